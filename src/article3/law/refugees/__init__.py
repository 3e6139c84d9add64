"""The refugee policy and Assembly resolution GA-2017-86-RES-09."""
