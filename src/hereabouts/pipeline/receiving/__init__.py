"""Taking files from suppliers: who may send which, checked at once, accepted when they say so."""
