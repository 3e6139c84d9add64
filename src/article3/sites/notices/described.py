"""The public notices service in the published description: what its readers rely on."""

from __future__ import annotations

from typing import Any

from article3.sites.notices.asked import FILTERS, LARGEST_PAGE
from article3.sites.page.operation import Operation, Parameter, Said
from article3.terms.communication import Colour

ENTITY = Parameter(name="entity", where="path", required=True, says="The id with a dash, such as 2099-4411.",
                   schema={"type": "string", "pattern": "^[0-9]{4}-[0-9]{1,20}$"})  # fmt: skip
COLOUR = Parameter(name="colour", where="path", required=True, says="Which list.",
                   schema={"type": "string", "enum": ["red", "yellow"]})  # fmt: skip
ALL_COLOURS = Parameter(name="colour", where="path", required=True, says="Which list.",
                        schema={"type": "string", "enum": ["red", "yellow", "un"]})  # fmt: skip
_TEXT, _OR_NULL = {"type": "string"}, {"type": ["string", "null"]}
_LIST: dict[str, Any] = {"type": ["array", "null"], "items": _TEXT}
_LINK = {"type": "object", "properties": {"href": {"type": "string", "format": "uri"}}, "required": ["href"]}
_LINKS: dict[str, Any] = {"type": "object", "additionalProperties": _LINK}
_HEAD: dict[str, Any] = {"entity_id": _TEXT, "name": _OR_NULL, "forename": _OR_NULL, "date_of_birth": _OR_NULL,
                         "nationalities": _LIST, "_links": _LINKS}  # fmt: skip


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": sorted(properties)}


SUMMARY = _object(_HEAD)
DETAIL = _object(_HEAD | {"sex_id": _OR_NULL, "height": {"type": ["number", "null"]}, "weight": {
    "type": ["number", "null"]}, "eyes_colors_id": _LIST, "hairs_id": _LIST, "languages_spoken_ids": _LIST,
    "distinguishing_marks": _OR_NULL, "place_of_birth": _OR_NULL, "country_of_birth_id": _OR_NULL,
    "_embedded": {"type": "object"}})  # fmt: skip
_OR_LIST: dict[str, Any] = {"type": "array", "items": _TEXT}
_OF_UN: dict[str, Any] = {
    **dict.fromkeys(("un_reference", "un_reference_date", "summary", "profession", "name_at_birth", "main_activity",
                     "name_in_original_script", "forename_in_original_script", "additional_information"), _OR_NULL),
    "un_resolution": {"type": ["integer", "null"]},
    **dict.fromkeys(("purposes", "aliases", "identity_documents", "associates", "adresses"), _OR_LIST)}  # fmt: skip
UN_PERSON = _object(DETAIL["properties"] | _OF_UN)
UN_ENTITY = _object(DETAIL["properties"] | _OF_UN | {"administrators": _OR_LIST} | dict.fromkeys(
    ("legal_form", "registration_number", "from_chamber_of_commerce", "formerly_known_as"), _OR_NULL))  # fmt: skip
PAGE = _object({"total": {"type": "integer"}, "query": {"type": "object"}, "_links": _LINKS, "_embedded": _object(
    {"notices": {"type": "array", "items": SUMMARY}})})  # fmt: skip
IMAGES = _object({"_links": _LINKS, "_embedded": _object({"images": {"type": "array"}})})
ABOUT = _object({"entity_id": _TEXT, "colour": _TEXT, "source": _TEXT, "reviewed": {"type": "boolean"},
                 "presumed_innocent": {"type": "boolean"}, "contest": _TEXT})  # fmt: skip
EVERYTHING = _object({"edition": {"type": "string", "format": "date"}, "after": _OR_NULL, "notices": {
    "type": "array", "items": _object({"colour": _TEXT, "notice": DETAIL, "about": ABOUT})}})  # fmt: skip
CHANGES = _object({"since": _TEXT, "edition": _TEXT, "removed": {"type": "array", "items": _TEXT},
                   "continued": {"type": "object"}, "added": {"type": "array", "items": _TEXT}})  # fmt: skip
COUNTRIES = {"type": "array", "items": _object({"value": _TEXT, "name": _TEXT})}
_FILTERS = tuple(dict.fromkeys(name for colour in Colour for name in FILTERS.get(colour, ())))
_PAGING = {"page": "Which page, from 1.", "resultPerPage": f"How many on a page, at most {LARGEST_PAGE}."}


def _of_list() -> tuple[Parameter, ...]:
    """Nothing in a query is refused: what cannot be read asks for nothing."""
    filters = tuple(Parameter(name=name, says="Only these; filters combine with and.") for name in _FILTERS)
    return (ALL_COLOURS, *filters, *(Parameter(name=name, says=says) for name, says in _PAGING.items()))


def _read(id: str, path: str, summary: str, schema: Any, *parameters: Parameter, media_type: str = "application/json",
          problems: tuple[int, ...] = ()) -> Operation:  # fmt: skip
    return Operation(id=id, method="GET", path=path, tag="public notices", summary=summary, parameters=parameters,
                     answers={200: Said(says="As published today.", schema=schema, media_type=media_type)},
                     problems=problems)  # fmt: skip


DESCRIBED: tuple[Operation, ...] = (
    _read("notices", "/notices/v1/{colour}", "A page of one colour's notices", PAGE, *_of_list(), problems=(404,)),
    _read("notice", "/notices/v1/{colour}/{entity}", "One notice", DETAIL, COLOUR, ENTITY, problems=(404,)),
    _read("notice_un", "/notices/v1/un/persons/{entity}", "One person of the Security Council's notices", UN_PERSON,
          ENTITY, problems=(404,)),
    _read("notice_un_entity", "/notices/v1/un/entities/{entity}",
          "One organization or ship of the Security Council's notices", UN_ENTITY, ENTITY, problems=(404,)),
    _read("notice_un_entity_images", "/notices/v1/un/entities/{entity}/images", "Pictures: none leaves", IMAGES, ENTITY,
          problems=(404,)),
    _read("notice_un_entity_about", "/notices/v1/un/entities/{entity}/about", "What the safeguards say of it", ABOUT,
          ENTITY, problems=(404,)),
    _read("notice_images", "/notices/v1/{colour}/{entity}/images", "Pictures of a notice: none leaves", IMAGES, COLOUR,
          ENTITY, problems=(404,)),
    _read("notice_un_images", "/notices/v1/un/persons/{entity}/images", "Pictures: none leaves", IMAGES, ENTITY,
          problems=(404,)),
    _read("notice_about", "/notices/v1/{colour}/{entity}/about", "What the safeguards say of it", ABOUT, COLOUR, ENTITY,
          problems=(404,)),
    _read("notice_un_about", "/notices/v1/un/persons/{entity}/about", "What the safeguards say of it", ABOUT, ENTITY,
          problems=(404,)),
    _read("notices_all", "/notices/v1/all", "All extracts of the day, page by page", EVERYTHING,
          Parameter(name="after", says="The value of `after` of the page before."),
          Parameter(name="limit", says=f"How many, at most {LARGEST_PAGE}.")),
    _read("notices_changes", "/notices/v1/changes", "What was removed, continued and added since an edition", CHANGES,
          Parameter(name="since", required=True, says="The day of an edition.",
                    schema={"type": "string", "format": "date"}), problems=(400, 404)),
    _read("notices_entities", "/notices/v1/entities.ftm.json", "The edition as FollowTheMoney lines", None,
          media_type="application/json+ftm"),
    _read("notices_targets", "/notices/v1/targets.simple.csv", "The edition as a table", None, media_type="text/csv"),
    _read("notices_extracts", "/notices/v1/extracts.jsonl", "The edition as JSON Lines", None,
          media_type="application/jsonl"),
    _read("notices_dictionary", "/notices/v1/dictionary.csv", "What each field of these files means", None,
          media_type="text/csv"),
    _read("countries", "/en/notices/data/countries", "Country codes", COUNTRIES),
)  # fmt: skip
