"""The token endpoint of the stand-in directory: a signed grant in, a bearer token out."""

import base64
import binascii
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from app.standin.directory_problem import Problem

GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer"
LONGEST_GRANT = timedelta(hours=1)
TOKEN_LIFE = timedelta(hours=1)
CLOCK_SKEW = timedelta(minutes=5)


class GrantProblem(Exception):
    """A grant that is not honoured; the text is the description in the answer (status 400)."""


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A fresh pair for a demo or a test, both PEM; the private half is PKCS8."""

    private: str
    public: str

    @classmethod
    def fresh(cls) -> "KeyPair":
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        private = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        public = key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return cls(private.decode(), public.decode())


@dataclass(frozen=True, slots=True)
class _Token:
    scopes: frozenset[str]
    until: datetime


class Grants:
    """Tokens given out. Any audience is accepted: the official client always names Google's."""

    def __init__(self, public_key: str, *, now: Callable[[], datetime]) -> None:
        key = serialization.load_pem_public_key(public_key.encode())
        if not isinstance(key, rsa.RSAPublicKey):
            raise TypeError("an RSA public key is needed")
        self._public_key = key
        self._now = now
        self._tokens: dict[str, _Token] = {}

    def issue(self, form: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to one POST. Raises GrantProblem."""
        if form.get("grant_type") != GRANT_TYPE:
            raise GrantProblem("Invalid grant_type.")
        claims = self._claims(str(form.get("assertion", "")))
        scopes = frozenset(str(claims.get("scope", "")).split())
        if not scopes or not claims.get("iss") or not claims.get("sub"):
            raise GrantProblem("iss, sub and scope are needed.")
        token = secrets.token_urlsafe(24)
        self._tokens[token] = _Token(scopes, self._now() + TOKEN_LIFE)
        return {
            "access_token": token,
            "expires_in": int(TOKEN_LIFE.total_seconds()),
            "token_type": "Bearer",
        }

    def scopes(self, authorization: str | None) -> frozenset[str]:
        """What the bearer of that header may do. Raises Problem 401."""
        kind, _, text = (authorization or "").partition(" ")
        token = self._tokens.get(text) if kind.lower() == "bearer" else None
        if token is None or token.until <= self._now():
            raise Problem(401, "authError", "Invalid Credentials")
        return token.scopes

    def forget(self) -> None:
        """Every token given out is void from now on."""
        self._tokens.clear()

    def _claims(self, assertion: str) -> dict[str, Any]:
        signed, _, signature = assertion.rpartition(".")
        try:
            header, claims = (json.loads(_decoded(part)) for part in signed.split("."))
            self._public_key.verify(
                _decoded(signature), signed.encode(), padding.PKCS1v15(), hashes.SHA256()
            )
            issued, expires = int(claims["iat"]), int(claims["exp"])
        except InvalidSignature as error:
            raise GrantProblem("Invalid JWT Signature.") from error
        except (ValueError, KeyError, TypeError, binascii.Error) as error:
            raise GrantProblem("Invalid JWT.") from error
        if header.get("alg") != "RS256":
            raise GrantProblem("Invalid JWT algorithm.")
        moment, skew = self._now().timestamp(), CLOCK_SKEW.total_seconds()
        if expires - issued > LONGEST_GRANT.total_seconds():
            raise GrantProblem("Token must be a short-lived token (60 minutes).")
        if not issued - skew <= moment < expires + skew:
            raise GrantProblem("Token is not within its time frame; check iat and exp.")
        return dict(claims)


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
