"""The official Directory client, which nobody here wrote, finds the stand-in to be a directory."""

import json
from collections.abc import Iterator

import pytest

from app.standin.directory import directory
from app.standin.directory_faults import Fault, Faults
from app.standin.directory_grants import KeyPair
from app.standin.directory_store import Users
from tests.clients import venvs
from tests.support.servers import serving

pytestmark = pytest.mark.slow

_CONNECT = """
import json, os, sys
from google.oauth2 import service_account
from googleapiclient.discovery import build
from googleapiclient.errors import HttpError

base = sys.argv[1]
info = {"type": "service_account", "client_email": "a@x.example", "private_key_id": "k",
        "private_key": os.environ["PRIVATE_KEY"], "token_uri": base + "/token"}
scope = "https://www.googleapis.com/auth/admin.directory.user"
credentials = service_account.Credentials.from_service_account_info(
    info, scopes=[scope, scope + ".alias", scope + ".security"], subject="admin@x.example")
service = build("admin", "directory_v1", credentials=credentials, static_discovery=True,
                cache_discovery=False, client_options={"api_endpoint": base})
users, aliases = service.users(), service.users().aliases()
out = {}

def status(request, **more):
    try:
        request.execute(**more)
    except HttpError as error:
        return [error.resp.status, error.error_details[0]["reason"]]
    return [200, ""]

def new(address, given="Rini", family="Melati"):
    return {"primaryEmail": address, "name": {"givenName": given, "familyName": family},
            "password": "kata-sandi-acak", "changePasswordAtNextLogin": True,
            "externalIds": [{"type": "custom", "customType": "dapodik", "value": "ptk-1"}]}
"""
_PRINT = "\nprint(json.dumps(out))\n"
OLD, NEW = "rini01@guru.sd.belajar.id", "rini01@admin.sd.belajar.id"

Answers = dict[str, object]


class Directory:
    """The stand-in, served, and the real client turned on it."""

    def __init__(self, url: str, keys: KeyPair, users: Users, faults: Faults) -> None:
        self._url, self._keys = url, keys
        self.users, self.faults = users, faults

    def run(self, script: str, *, private_key: str | None = None) -> Answers:
        """What the script left in `out`."""
        env = {"PRIVATE_KEY": private_key or self._keys.private}
        done = venvs.run("google", _CONNECT + script + _PRINT, self._url, env=env)
        assert done.status == 0, done.err
        answers: Answers = json.loads(done.out)
        return answers


@pytest.fixture
def real() -> Iterator[Directory]:
    keys = KeyPair.fresh()
    app = directory((), public_key=keys.public)
    with serving(app) as url:
        yield Directory(url, keys, app.state.users, app.state.faults)


def test_a_user_is_made_found_renamed_and_keeps_the_old_address(real: Directory) -> None:
    out = real.run(f"""
made = users.insert(body=new("{OLD}")).execute()
out["again"] = status(users.insert(body=new("{OLD}")))
renamed = users.patch(userKey="{OLD}", body={{"primaryEmail": "{NEW}"}}).execute()
by_alias = users.get(userKey="{OLD}").execute()
out["same"] = made["id"] == renamed["id"] == by_alias["id"]
out["primary"], out["aliases"] = by_alias["primaryEmail"], by_alias["aliases"]
out["old name"] = status(users.insert(body=new("{OLD}")))
out["kind"], out["never"] = made["kind"], made["lastLoginTime"]
out["no such"] = status(users.get(userKey="tiada@guru.sd.belajar.id"))
""")
    assert out == {
        "again": [409, "duplicate"],
        "same": True,
        "primary": NEW,
        "aliases": [OLD],
        "old name": [409, "duplicate"],
        "kind": "admin#directory#user",
        "never": "1970-01-01T00:00:00.000Z",
        "no such": [404, "notFound"],
    }


def test_a_user_is_suspended_updated_and_given_aliases(real: Directory) -> None:
    out = real.run(f"""
key = users.insert(body=new("{OLD}")).execute()["id"]
suspended = users.patch(userKey=key, body={{"suspended": True}}).execute()
out["suspended"] = [suspended["suspended"], suspended["suspensionReason"]]
back = users.update(userKey=key, body={{"suspended": False, "orgUnitPath": "/SD"}}).execute()
out["updated"] = [back["suspended"], back["orgUnitPath"], back["name"]["fullName"]]
aliases.insert(userKey=key, body={{"alias": "{NEW}"}}).execute()
out["listed"] = [each["alias"] for each in aliases.list(userKey=key).execute()["aliases"]]
out["taken"] = status(aliases.insert(userKey=key, body={{"alias": "{NEW}"}}))
aliases.delete(userKey=key, alias="{NEW}").execute()
out["left"] = aliases.list(userKey=key).execute().get("aliases", [])
users.signOut(userKey=key).execute()
users.makeAdmin(userKey=key, body={{"status": True}}).execute()
out["admin"] = users.get(userKey=key).execute()["isAdmin"]
schema = {{"pemutakhiran": {{"tanggal_penghapusan": "2026-12-24"}}}}
users.patch(userKey=key, body={{"customSchemas": schema}}).execute()
out["noted"] = users.get(userKey=key, projection="full").execute()["customSchemas"]
users.patch(userKey=key, body={{"customSchemas":
    {{"pemutakhiran": {{"tanggal_penghapusan": None}}}}}}).execute()
out["cleared"] = users.get(userKey=key, projection="full").execute()["customSchemas"]
""")
    assert out == {
        "suspended": [True, "ADMIN"],
        "updated": [False, "/SD", "Rini Melati"],
        "listed": [NEW],
        "taken": [409, "duplicate"],
        "left": [],
        "admin": True,
        "noted": {"pemutakhiran": {"tanggal_penghapusan": "2026-12-24"}},
        "cleared": {"pemutakhiran": {}},
    }


def test_a_deleted_user_is_listed_and_comes_back_by_id(real: Directory) -> None:
    out = real.run(f"""
key = users.insert(body=new("{OLD}")).execute()["id"]
users.delete(userKey="{OLD}").execute()
out["gone"] = status(users.get(userKey=key))
deleted = users.list(customer="my_customer", showDeleted="true").execute()["users"]
out["listed"] = [[each["id"] == key, "deletionTime" in each] for each in deleted]
out["by address"] = status(users.undelete(userKey="{OLD}", body={{"orgUnitPath": "/"}}))
users.undelete(userKey=key, body={{"orgUnitPath": "/SD"}}).execute()
out["back"] = users.get(userKey="{OLD}").execute()["orgUnitPath"]
users.delete(userKey=key).execute()
users.insert(body=new("{OLD}")).execute()
out["name taken"] = status(users.undelete(userKey=key, body={{"orgUnitPath": "/"}}))
""")
    assert out == {
        "gone": [404, "notFound"],
        "listed": [[True, True]],
        "by address": [404, "notFound"],
        "back": "/SD",
        "name taken": [409, "duplicate"],
    }


def test_lists_are_paged_ordered_and_searched(real: Directory) -> None:
    out = real.run("""
for number, (given, family) in enumerate([("Ani", "Zaki"), ("Budi", "Yani"), ("Cici", "Xena")]):
    users.insert(body=new(f"orang{number}@guru.sd.belajar.id", given, family)).execute()
request, pages = users.list(customer="my_customer", maxResults=2, orderBy="familyName"), []
while request is not None:
    page = request.execute()
    pages.append([each["name"]["familyName"] for each in page["users"]])
    request = users.list_next(request, page)
out["pages"] = pages

def found(query):
    page = users.list(customer="my_customer", query=query).execute()
    return [each["primaryEmail"].split("@")[0] for each in page.get("users", [])]

for query in ("email=orang1@guru.sd.belajar.id", "email:orang*", "givenName:bu*",
              "name='Cici Xena'", "externalId=ptk-1 familyName=Zaki", "isSuspended=true"):
    out[query] = found(query)
out["unknown field"] = status(users.list(customer="my_customer", query="sekolah=1"))
out["no customer"] = status(users.list())
""")
    assert out == {
        "pages": [["Xena", "Yani"], ["Zaki"]],
        "email=orang1@guru.sd.belajar.id": ["orang1"],
        "email:orang*": ["orang0", "orang1", "orang2"],
        "givenName:bu*": ["orang1"],
        "name='Cici Xena'": ["orang2"],
        "externalId=ptk-1 familyName=Zaki": ["orang0"],
        "isSuspended=true": [],
        "unknown field": [400, "invalid"],
        "no customer": [400, "badRequest"],
    }


def test_the_client_tries_again_as_it_does_with_the_real_directory(real: Directory) -> None:
    real.faults.add(Fault(429, "rateLimitExceeded", path="users/satu"))
    real.faults.add(Fault(503, path="users/satu"))
    real.faults.add(Fault(403, "quotaExceeded", path="users/dua"))
    out = real.run("""
out["busy"] = status(users.get(userKey="satu@guru.sd.belajar.id"), num_retries=3)
out["quota"] = status(users.get(userKey="dua@guru.sd.belajar.id"), num_retries=3)
""")
    assert out == {"busy": [404, "notFound"], "quota": [403, "quotaExceeded"]}


def test_a_grant_signed_with_another_key_is_refused(real: Directory) -> None:
    out = real.run(
        """
from google.auth.exceptions import RefreshError
try:
    users.get(userKey="satu@guru.sd.belajar.id").execute()
except RefreshError as error:
    out["refused"] = error.args[1]["error"]
""",
        private_key=KeyPair.fresh().private,
    )
    assert out == {"refused": "invalid_grant"}
