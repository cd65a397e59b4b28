"""What a reader can work out from a publication. It is never told the truth, nor who hid what."""
