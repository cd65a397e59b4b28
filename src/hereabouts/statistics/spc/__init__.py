"""XmR charts to the rules of NHS England's Making Data Count."""
