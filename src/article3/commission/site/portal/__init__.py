"""The applicant's portal: open to anybody, without an account, an e-mail address, a script or a lawyer."""
