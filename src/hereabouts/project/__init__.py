"""Project folder to model, with the location of every statement."""
