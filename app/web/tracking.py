"""Where a report stands, for whoever holds its key."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.web import pages

router = APIRouter()


@router.get("/laporan", name="tracking_start")
def start(request: Request) -> Response:
    return pages.page(request, "public/home.html")
