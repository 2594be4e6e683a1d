"""Every message of the protocol, both ways, versioned: what terminals and the centre say to each other."""
