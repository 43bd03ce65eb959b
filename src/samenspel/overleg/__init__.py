"""Tables, what is on their agenda and how it ended."""
