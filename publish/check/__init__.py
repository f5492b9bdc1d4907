"""What is wrong with a booklet, found before anything is laid out; a rule is one function in a registry."""
