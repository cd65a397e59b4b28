"""Tables, versions, received objects and release manifests."""
