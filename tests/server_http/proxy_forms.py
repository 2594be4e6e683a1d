"""Every way known to us of writing an address so that one reader takes it for harmless and another goes inside.

After the OWASP sheet on server-side request forgery and the reports of readers that were fooled: numbers in other
bases, IPv6 with IPv4 inside, letters that fold, authorities that parse two ways, and what a line's end does.
"""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address

METADATA = ("169.254.169.254", "100.100.100.200", "192.0.0.192", "168.63.129.16")
INSIDE = ("127.0.0.1", "169.254.169.254", "10.0.0.5")
_FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
_CIRCLED = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_MATHEMATICAL = str.maketrans("0123456789", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")


def numbers(ip: str) -> Iterator[str]:
    """Write an IPv4 address in the ways that `inet_aton` and its cousins read."""
    a, b, c, d = (int(part) for part in ip.split("."))
    whole = int(IPv4Address(ip))
    yield from (str(whole), hex(whole), f"0X{whole:08X}", f"0{whole:o}", f"0x00000000{whole:x}", str(whole + 2**32))
    yield from (f"0{a:o}.0{b:o}.0{c:o}.0{d:o}", f"{a:04o}.{b:04o}.{c:04o}.{d:04o}", f"0x{a:x}.0x{b:x}.0x{c:x}.0x{d:x}")
    yield from (f"{a:03d}.{b:03d}.{c:03d}.{d:03d}", f"0x{a:x}.{b}.0{c:o}.{d}", f"{a}.{b}.{c << 8 | d}")
    yield from (f"{a}.{b << 16 | c << 8 | d}", f"0x{a:x}.{b << 16 | c << 8 | d}", f"{a + 256}.{b}.{c}.{d}")
    yield from (f"{ip}.", f".{ip}", f"{ip}..", ip.replace(".", "。"), ip.replace(".", "｡"), ip.replace(".", "．"))
    yield from (ip.translate(table) for table in (_FULL_WIDTH, _CIRCLED, _ARABIC, _MATHEMATICAL))
    yield from ("".join(f"%{ord(letter):02x}" for letter in ip), ip.replace(".", "%2e"), ip.replace(".", "%252e"))


def wrapped(ip: str) -> Iterator[str]:
    """Write an IPv4 address inside an IPv6 one."""
    v4 = int(IPv4Address(ip))
    for prefix in ("::ffff:0:0", "::", "64:ff9b::", "64:ff9b:1::", "2001:db8::5efe:0:0", "fe80::5efe:0:0"):
        yield f"[{IPv6Address(int(IPv6Address(prefix)) | v4)}]"
    yield f"[{IPv6Address((0x2002 << 112) | (v4 << 80) | 1)}]"
    yield f"[{IPv6Address((0x20010000 << 96) | (v4 << 64) | (v4 ^ 0xFFFFFFFF))}]"
    yield from (f"[::ffff:{ip}]", f"[::{ip}]", f"[64:ff9b::{ip}]", f"[::FFFF:{ip}]", f"[0:0:0:0:0:ffff:{ip}]")


def addresses(port: int) -> list[str]:
    """Give addresses inside, in every spelling, with a port."""
    hosts = [form for ip in INSIDE for form in (ip, *numbers(ip), *wrapped(ip))]
    hosts += [*METADATA, "0", "0.0.0.0", "00000000", "127.1", "127.0.1", "127.127.127.127", "localhost", "LOCALHOST"]
    hosts += ["localhost.", "localhost.localdomain", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::1%25lo]", "[::1%lo]"]
    hosts += ["[fe80::1%25eth0]", "[fec0::1]", "[fd00:ec2::254]", "[ff02::1]", "[::ffff:7f00:1%1]", "[v1.127.0.0.1]"]
    hosts += ["metadata.google.internal", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "ｌocalhost", "locaⅼhost", "loopback", "ip6-localhost"]
    hosts += ["127.0.0.1.nip.io", "spoofed.burpcollaborator.test", "[::1", "::1", "[]", "[127.0.0.1]", "[[::1]]"]
    return [f"http://{host}:{port}/" for host in hosts]


def tricks(own: str, stray: int) -> list[str]:
    """Give texts around a registered address `host:port` that some readers take for another one."""
    host, _, port = own.partition(":")
    bad = f"127.0.0.1:{stray}"
    return [
        f"http://{own}@{bad}/", f"http://{own}:x@{bad}/", f"http://{bad}@{own}/", f"http://u:p@{own}/", f"http://@{own}/",
        f"http://{own}#@{bad}/", f"http://{bad}#@{own}/", f"http://{own}?@{bad}/", f"http://{bad}?{own}",
        f"http://{own}\\@{bad}/", f"http://{bad}\\@{own}/", f"http:\\\\{own}\\", f"http:/{own}/", f"http:{own}",
        f"http:///{own}/", f"http:////{bad}/", f"//{own}/", f"//{bad}/", f"/\\{bad}", own, bad, f"{own}/",
        f"\\\\{bad}\\x",
        f"http://{own} @{bad}/", f"http://{own}\t@{bad}/", f"ht\ttp://{own}/", f"http://{host}\t:{port}/",
        f"http://{own}/%20", f"http://{own}/%0d%0aHost:%20{bad}", f"http://{own}/../../{bad}",
        f"http://{own}/..", f"http://{own}/%2e%2e/", f"http://{own}/.", f"http://{own}//{bad}/", f"http://{own}//",
        f"http://{own}/http://{bad}/", f"http://{own};@{bad}/", f"http://{own};{bad}/", f"http://{own},{bad}/",
        f"http://{own}, http://{bad}/", f"http://{own}&@{bad}/", f"http://{own}/?url=http://{bad}/", f"http://{own}/#x",
        f"http://{own}?", f"http://{own}/#", f"http://{own}:{stray}/", f"http://{host}:{port}:{stray}/", f"http://{host}:/",
        f"http://{host}:0{port}/", f"http://{host}:+{port}/", f"http://{host}:-1/", f"http://{host}:99999/",
        f"http://{host}:{int(port) + 65536}/", f"http://{host}:0/", f"http://{host}:{port}x/", f"http://{host}:０/",
        f"http://{host}%3a{port}/", f"http://{host}%00.{bad}/", f"http://{host}%23@{bad}/", f"http://{host}%40{bad}/",
        f"http://{host}%2f@{bad}/", f"http://{host}.:{port}/", f"http://.{own}/", f"http://{host}..:{port}/",
        f"http://{host.replace('t', 'т')}:{port}/", f"http://{host.replace('a', 'а')}:{port}/", f"http://ｔ{own[1:]}/",
        f"http://{host.replace('.', '。')}:{port}/", f"http://xn--{own}/", f"http://{host}\u200b:{port}/",
        f"http://{host}\u00ad:{port}/", f"http://\u2066{own}/", f"http://{own}.{bad}/", f"http://{host}.evil.test:{stray}/",
        f"http://evil-{own}/", f"http://evil.{own}/", f"https://{own}/", f"ftp://{own}/", f"file://{own}/etc/passwd",
        "file:///etc/passwd", f"gopher://{bad}/_GET%20/", f"dict://{bad}/", f"ldap://{bad}/", f"jar:http://{bad}!/",
        f"javascript:fetch('http://{bad}')", f"data:text/html,http://{bad}", f"unix:/run/x.sock:http://{own}/",
        "http+unix://%2Frun%2Fx.sock/", f"view-source:http://{bad}/", f"url:http://{own}/", f"URL=http://{bad}/",
        f'"http://{own}/"', f"<http://{own}/>", f"[http://{own}/]", f"'http://{own}'", f"$(http://{bad}/)", "${target}",
        f"http://{own}" + "/a" * 1100, "http://" + "a" * 260 + f":{stray}/", f"http://{'a' * 64}.test:{stray}/", "http://",
        "http", "://", "*", ".", "..", "null", "undefined", "None", "0", "%", "http://%/", "http://*/", "http://*:*/",
        f"http://{host}_x:{port}/", f"http://-{own}/", f"http://{host}-:{port}/", "about:blank", f"ws://{own}/",
        f"//{host}",
        f"http://{own}/\\..\\", f"http://{own}/|", f"http://{own}/{{x}}", f"http://{own}/^", f"hTTp s://{own}/",
    ]  # fmt: skip


def broken(own: str, stray: int) -> list[bytes]:
    """Give header values that no header may have."""
    bad = f"127.0.0.1:{stray}"
    texts = (f"http://{own}\0", f"http://{bad}\0{own}", f"\x1fhttp://{bad}", f"http://{own}\x7f", f"http://{own}\r/")
    return [text.encode() for text in texts]


def spellings(own: str) -> list[str]:
    """Give the texts that do mean the registered address: another case, a slash at the end."""
    return [f"http://{own}", f"http://{own}/", f"HTTP://{own.upper()}", f"hTtP://{own.title()}/"]
