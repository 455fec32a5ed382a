"""Says clearly, before any work is done, when the port asked for is taken."""

import socket
import sys

port = int(sys.argv[1]) if sys.argv[1].isdigit() else 0
if not 1 <= port <= 65535:
    sys.exit(f"PORT={sys.argv[1]} is not a port: choose a number from 1 to 65535.")
with socket.socket() as listener:
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except PermissionError:
        sys.exit(f"This account may not use port {port}. Choose one above 1023: make demo PORT=5000")
    except OSError:
        sys.exit(f"Port {port} is taken by another program. Choose another: make demo PORT={port % 65535 + 1}")
