"""Every setting with its default and unit; the only reader of the environment."""

import os
import re
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from app.kit import working_hours

PREFIX = "LOKET_"


class WrongSetting(Exception):
    """A setting that stops the start; its text is one sentence for the person who starts us."""


def host_and_port(bind: str) -> tuple[str, int]:
    """Of `host:port` or `[address]:port`. Raises ValueError for anything else."""
    found = re.fullmatch(r"([^\s:]+|\[[0-9a-fA-F:]+\]):(\d{1,5})", bind)
    if not found:
        raise ValueError("must be host:port")
    return found[1].strip("[]"), int(found[2])


class Settings(BaseSettings):
    """Read from the environment, then `.env`. `loket doctor` lists all with their origin."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", extra="ignore", validate_default=True
    )

    data_dir: Path = Field(
        default=Path("var"), description="folder of database, attachments, classifier"
    )
    database_url: str = Field(default="", description="empty: SQLite in the data folder")
    bind: str = Field(default="127.0.0.1:8000", description="host:port of the public listener")
    ops_bind: str = Field(default="", description="host:port for /metrics; empty: not served")
    public_url: str = Field(default="", description="address people use; empty: http://BIND")
    secret_key: SecretStr = Field(
        default=SecretStr(""), description="signs keys; empty: kept in data dir"
    )

    hours: str = Field(default="Mon-Fri 09:00-17:00", description="working hours, WIB")
    first_number: int = Field(
        default=700_000, ge=100_000, description="numbers are issued above this"
    )

    classifier_dir: Path | None = Field(default=None, description="empty: DATA_DIR/classifier")

    blind_share: float = Field(
        default=0.05, ge=0, le=0.5, description="share of reports whose category is named blind"
    )

    holdout: float = Field(
        default=0.1,
        ge=0,
        le=0.5,
        description="share of visits not shown the likely answer, to measure it; 0: no measure",
    )
    trial_keep_days: int = Field(
        default=730, ge=30, description="days these visits are kept; they hold no personal data"
    )

    automation: bool = Field(
        default=True, description="false: no rule acts by itself, whatever is switched on"
    )
    automation_bar: float = Field(
        default=0.97, ge=0.5, lt=1, description="lower 95% bound of agreement a rule must reach"
    )
    automation_least: int = Field(
        default=50, ge=10, le=1000, description="decided proposals a rule must have for it"
    )
    audit_share: float = Field(
        default=0.05, ge=0.01, le=1, description="share of automatic answers looked at afterwards"
    )

    dapodik_url: str = Field(default="", description="http://host:5774 of the WebService")
    dapodik_token: SecretStr = Field(default=SecretStr(""), description="its bearer token")
    portal_url: str = Field(default="", description="public school register, for names; optional")
    directory_url: str = Field(default="", description="base address of the Directory API")
    directory_token_url: str = Field(default="", description="where the signed grant is exchanged")
    directory_client_email: str = Field(default="", description="service account")
    directory_subject: str = Field(default="", description="administrator acted for")
    directory_private_key: SecretStr = Field(
        default=SecretStr(""), description="PEM, or a file's path"
    )
    directory_customer: str = Field(default="my_customer", description="Workspace customer")
    directory_per_second: float = Field(
        default=5.0, gt=0, le=40, description="requests to the directory, all processes together"
    )
    directory_processes: int = Field(
        default=1, ge=1, le=100, description="processes that share them; each takes its part"
    )
    list_per_second: float = Field(
        default=2.0,
        ge=0.5,
        le=20,
        description="requests for lists of people, all systems, lists and processes together",
    )
    zendesk_url: str = Field(
        default="", description="base address of the Help Center; empty: replies are copied by hand"
    )
    zendesk_token: SecretStr = Field(default=SecretStr(""), description="its OAuth bearer token")
    zendesk_webhook_secret: SecretStr = Field(
        default=SecretStr(""), description="signs what its webhook tells; empty: nothing is taken"
    )
    zendesk_article: str = Field(
        default="", pattern=r"^\d*$", description="number of the article with the comment thread"
    )
    zendesk_locale: str = Field(
        default="id", pattern=r"^[a-z]{2}(-[a-z]{2})?$", description="language of that article"
    )
    outside_timeout: float = Field(
        default=10.0, gt=0, le=120, description="seconds per outside call"
    )
    stuck_after_hours: float = Field(
        default=4.0, gt=0, le=72, description="a step kept waiting so long is shown to a person"
    )

    snapshot_most_lost: float = Field(
        default=2.0, ge=0, le=100, description="percent an extract may lack of the one in force"
    )
    snapshot_keep_days: int = Field(
        default=180, ge=2, description="days of history the register's extracts are kept"
    )

    smtp_url: SecretStr = Field(
        default=SecretStr(""),
        description="smtp://user:pw@host:587 or smtps://; empty: mail to a folder",
    )
    imap_url: SecretStr = Field(
        default=SecretStr(""),
        description="imaps://user:pw@host:993/INBOX that mail comes in by; empty: none is read",
    )
    mail_from: str = Field(default="bantuan@loket.example", description="sender of answers")

    undo_seconds: float = Field(
        default=10.0, ge=0, le=120, description="an act can be taken back so long; 0: not at all"
    )

    attachment_limit: int = Field(default=5_000_000, gt=0, description="bytes per attachment")
    attachments_per_message: int = Field(default=5, ge=0, le=20, description="files per message")
    demo: bool = Field(default=False, description="set by `loket demo`")

    api_tokens: Annotated[tuple[SecretStr, ...], NoDecode] = Field(
        default=(), description="bearer tokens of POST /api/v1/tickets, comma separated"
    )

    @field_validator("api_tokens", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(filter(None, value.split(","))) if isinstance(value, str) else value

    @field_validator("bind", "ops_bind")
    @classmethod
    def _host_and_port(cls, value: str) -> str:
        if value:
            host_and_port(value)
        return value

    @field_validator(
        "public_url",
        "dapodik_url",
        "portal_url",
        "directory_url",
        "directory_token_url",
        "zendesk_url",
    )
    @classmethod
    def _web_address(cls, value: str) -> str:
        if value and not re.fullmatch(r"https?://[^\s/?#]+[^\s]*", value):
            raise ValueError("must begin with http:// or https:// and name a host")
        return value

    @field_validator("smtp_url")
    @classmethod
    def _mail_server(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not re.match(r"smtps?://[^\s/]", value.get_secret_value()):
            raise ValueError("must begin with smtp:// or smtps:// and name a host")
        return value

    @field_validator("imap_url")
    @classmethod
    def _mailbox(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value():
            _check_mailbox(value.get_secret_value())
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if value and not value.startswith(("sqlite:///", "postgresql+psycopg://")):
            raise ValueError("must begin with sqlite:/// or postgresql+psycopg://")
        return value

    @field_validator("hours")
    @classmethod
    def _readable_hours(cls, value: str) -> str:
        working_hours.parse(value)
        return value

    @model_validator(mode="after")
    def _fill(self) -> Self:
        if not self.database_url:
            self.database_url = f"sqlite:///{self.data_dir / 'loket.db'}"
        if not self.public_url:
            self.public_url = f"http://{self.bind}"
        if self.classifier_dir is None:
            self.classifier_dir = self.data_dir / "classifier"
        return self

    @property
    def classifier(self) -> Path:
        return self.classifier_dir or self.data_dir / "classifier"

    @property
    def host(self) -> str:
        return host_and_port(self.bind)[0]

    @property
    def port(self) -> int:
        return host_and_port(self.bind)[1]


def _check_mailbox(url: str) -> None:
    """Raises ValueError, whose text holds nothing of the address."""
    parts = urlsplit(url)
    if parts.scheme not in ("imap", "imaps") or not (parts.hostname and parts.username):
        raise ValueError("must be imaps://user:password@host/INBOX")
    if parts.scheme == "imap" and not _is_here(parts.hostname):
        raise ValueError("must begin with imaps:// where the host is another machine")
    if parts.query or parts.fragment:
        raise ValueError("has a ? or # that must be written as %3F or %23")
    try:
        parts.port  # noqa: B018 reading it is the check
    except ValueError:
        raise ValueError("has a port that is no number up to 65535") from None


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def load_settings() -> Settings:
    """Raises WrongSetting with one sentence naming the setting."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"{PREFIX}{'_'.join(str(part) for part in first['loc']).upper()}"
        reason = first["msg"].removeprefix("Value error, ")
        raise WrongSetting(f"Setting {name} is wrong: {reason}.") from error


def process_environment(**settings: str) -> dict[str, str]:
    """The environment for a process of ours (`python -m app`) under these settings."""
    named = {f"{PREFIX}{name.upper()}": value for name, value in settings.items()}
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), **named}


def origin_of(settings: Settings, name: str) -> str:
    """Where a setting's value came from: lingkungan, .env or bawaan (the default)."""
    if f"{PREFIX}{name.upper()}" in os.environ:
        return "lingkungan"
    given = name in settings.model_fields_set
    filled_in = name in {"database_url", "public_url", "classifier_dir"}
    return ".env" if given and not filled_in else "bawaan"
