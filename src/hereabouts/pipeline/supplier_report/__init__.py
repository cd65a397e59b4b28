"""What was wrong with what a supplier sent, to be sent back to it: a page and a workbook."""
