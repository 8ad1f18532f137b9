print("packetpress")
