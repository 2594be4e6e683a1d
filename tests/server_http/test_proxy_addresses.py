"""Addresses and their texts, without any network: what is public, and that other readers read the same."""

from ipaddress import IPv4Address, IPv6Address, ip_network
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_stub.proxy.addresses import admit_addresses, is_public, read_address
from server_stub.proxy.url import parse_url
from tests.server_http import proxy_forms as forms

INSIDE = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
]  # fmt: skip
INSIDE_6 = [
    "::/128", "::1/128", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "2001:db8::/32", "2001::/23", "100::/64",
    "64:ff9b:1::/48", "3fff::/20", "4000::/3", "8000::/3",
]  # fmt: skip
inside = st.sampled_from(INSIDE).flatmap(
    lambda text: st.integers(0, ip_network(text).num_addresses - 1).map(lambda n: ip_network(text)[n])
)


@given(inside)
def test_nothing_inside_is_public_in_whatever_it_is_wrapped(address: IPv4Address) -> None:
    assert not is_public(address)
    for host in forms.wrapped(str(address)):
        found = read_address(host.strip("[]"))
        assert found is not None
        assert not is_public(found), host


@given(st.sampled_from(INSIDE_6), st.integers(0, 2**128 - 1))
def test_nothing_inside_is_public_in_ipv6(text: str, number: int) -> None:
    network = ip_network(text)
    assert not is_public(IPv6Address(int(network.network_address) | number & int(network.hostmask)))


@pytest.mark.parametrize("text", ["8.8.8.8", "93.184.216.34", "2a00:1450:4001:800::200e", "64:ff9b::808:808"])
def test_what_is_public_may_be_reached(text: str) -> None:
    assert admit_addresses([text], None) == (read_address(text),)
    assert admit_addresses([text, "10.0.0.1"], None) == (), "one answer inside spoils them all"
    assert admit_addresses([text], "10.0.0.1") == ()


def test_a_pinned_address_is_the_only_one() -> None:
    pin = read_address("192.168.1.5")
    assert admit_addresses(["192.168.1.5", "::ffff:192.168.1.5"], "192.168.1.5") == (pin,)
    for answers in (["192.168.1.6"], ["192.168.1.5", "192.168.1.6"], ["192.168.1.5", "x"], [], ["::192.168.1.5"]):
        assert admit_addresses(answers, "192.168.1.5") == ()
    assert admit_addresses(["fe80::1%eth0"], "fe80::1") == ()


texts = st.one_of(
    st.from_regex(r"https?://[a-zA-Z0-9.:\[\]@%_-]{1,40}(/[a-zA-Z0-9._~%-]{0,10}){0,3}", fullmatch=True),
    st.sampled_from(forms.addresses(81) + forms.tricks("target.test:81", 82)),
    st.text(max_size=40),
)


@given(texts)
def test_other_readers_read_the_same(text: str) -> None:
    url = parse_url(text)
    if url is None:
        return
    assert parse_url(url.text) == url
    split, other = urlsplit(url.text), httpx.URL(url.text)
    usual = {"http": 80, "https": 443}[url.scheme]
    assert (split.scheme, split.hostname, split.port or usual, split.path) == (url.scheme, url.host, url.port, url.path)
    assert (other.scheme, other.port or usual, other.userinfo) == (url.scheme, url.port, b"")
    assert other.raw_host.decode().strip("[]") == url.host
    assert (split.query, split.fragment, split.username) == ("", "", None)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("HTTPS://Pda.Example:443/", "https://pda.example"),
        ("http://10.0.0.5:80/E/", "http://10.0.0.5/E"),
        ("https://[2A00:0:0::1]:8443", "https://[2a00::1]:8443"),
        ("https://xn--80ak6aa92e.com", "https://xn--80ak6aa92e.com"),
    ],
)
def test_an_address_has_one_spelling(text: str, same: str) -> None:
    url = parse_url(text)
    assert url is not None
    assert url.text == same
