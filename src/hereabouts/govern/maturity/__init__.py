"""How mature the use of data is: evidence that the platform has, and what people judge by it."""
