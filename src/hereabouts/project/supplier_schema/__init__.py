"""What a supplier is asked for, in forms that check a file before it is sent."""
