"""A proof written for people: the list that author and printer sign, and what is drawn over the pages."""
