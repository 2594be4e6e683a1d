"""What a client of the eckWMS family calls once it is registered: scans, goods, places, picking, pictures, people."""
