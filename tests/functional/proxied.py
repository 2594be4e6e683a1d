"""nginx in front of two processes of the centre, with the configuration that is delivered and a CA of its own."""

import contextlib
import os
import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from server_stub.launch import Launched, launch_centre
from tests.ports import free_ports
from tests.sync.certificates import Certificates, make_certificates

CONFIGURATION = Path(__file__).parents[2] / "packaging" / "server" / "nginx.conf"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")

_MAIN = """
daemon off;
worker_processes 2;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 512; }}
http {{
    log_format seen '$status $upstream_addr $request_method $uri';
    access_log {folder}/access.log seen;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/eckwms.conf;
}}
"""


@dataclass
class Proxied:
    """A centre at `address` behind nginx: `centres` by port, what nginx logged, and a context that trusts its CA."""

    address: str
    plain_port: int
    folder: Path
    certificates: Certificates
    database_url: str
    centres: dict[int, Launched] = field(default_factory=dict)

    @property
    def tls(self) -> ssl.SSLContext:
        """Give a context that trusts this nginx and nobody else."""
        return ssl.create_default_context(cafile=self.certificates.ca)

    @property
    def port(self) -> int:
        """Give the port of TLS."""
        return int(self.address.rpartition(":")[2])

    def start(self, port: int) -> None:
        """Start one process of the centre."""
        self.centres[port] = launch_centre(self.folder / str(port), database_url=self.database_url, port=port)

    def served_by(self) -> set[str]:
        """Give the ports of the processes that have answered something."""
        seen = [line.split() for line in (self.folder / "access.log").read_text("utf-8").splitlines()]
        return {words[1].rpartition(":")[2] for words in seen if words[1] != "-"}


@contextlib.contextmanager
def proxied_centre(database_url: str, folder: Path) -> Iterator[Proxied]:
    """Run nginx and two processes of the centre as long as the block lasts."""
    plain, secure, *ports = free_ports(4)
    proxied = Proxied(f"https://127.0.0.1:{secure}", plain, folder, make_certificates(folder), database_url)
    (folder / "eckwms.conf").write_text(_fill_in(proxied, ports), encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_MAIN.format(folder=folder, user=user), encoding="utf-8")
    assert NGINX is not None
    command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    try:
        for port in ports:
            proxied.start(port)
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as nginx:
            try:
                while not _answers(proxied.port):
                    assert nginx.poll() is None, (folder / "error.log").read_text("utf-8")
                yield proxied
            finally:
                nginx.terminate()
    finally:
        for centre in proxied.centres.values():
            centre.stop()


def _answers(port: int) -> bool:
    """Whether somebody takes connections."""
    try:
        socket.create_connection(("127.0.0.1", port), 10).close()
    except ConnectionRefusedError:
        return False
    return True


def _fill_in(proxied: Proxied, ports: list[int]) -> str:
    """Put this machine's ports and certificate into the configuration, and change nothing else."""
    text = CONFIGURATION.read_text("utf-8")
    text = re.sub(r"\n *listen \[::\].*", "", text)
    changes = {
        "listen 80;": f"listen 127.0.0.1:{proxied.plain_port};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{proxied.port} ssl http2;",
        "127.0.0.1:8081": f"127.0.0.1:{ports[0]}",
        "127.0.0.1:8082": f"127.0.0.1:{ports[1]}",
        "/etc/eckwms/tls/server.pem": str(proxied.certificates.server),
        "/etc/eckwms/tls/server.key": str(proxied.certificates.key),
    }
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text
