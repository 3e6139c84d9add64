"""The guided tour of a demo: fourteen walk-throughs, seat by seat. It exists in a demo and nowhere else."""
