//! Operations, their parameters, responses and paging.

use crate::slips::{Drop, Set, refused_operations};

#[test]
fn api() {
    refused_operations(&[
        (
            &[Drop("/x-letta-api/title")],
            "/x-letta-api",
            "no `title`",
            "add it",
        ),
        (
            &[Drop("/x-letta-api/servers")],
            "/x-letta-api",
            "no `servers`",
            "list where the API is served",
        ),
        (
            &[Drop("/x-letta-api/servers/0/url")],
            "/x-letta-api/servers/0",
            "no `url`",
            "add it",
        ),
        (
            &[Drop("/x-letta-api/failure")],
            "/x-letta-api",
            "no `failure`",
            "say what is returned",
        ),
        (
            &[Set(
                "/x-letta-api/failure/schema/$ref",
                r##""#/$defs/Nobody""##,
            )],
            "/x-letta-api/failure/schema/$ref",
            "`#/$defs/Nobody` isn't defined",
            "define it",
        ),
        (
            &[Set("/x-letta-api/license", r#""None.""#)],
            "/x-letta-api/license",
            "`license` means nothing here",
            "schema/README.md",
        ),
    ]);
}

#[test]
fn operations() {
    refused_operations(&[
        (
            &[Set("/x-letta-operations", "[]")],
            "/x-letta-operations",
            "not an object",
            "write operations by their names",
        ),
        (
            &[Set(
                "/x-letta-operations/list_all",
                r##"{
                    "description": "Lists.", "x-letta-source": "Handbook", "method": "get", "path": "/all",
                    "response": { "description": "All.", "schema": { "$ref": "#/$defs/Letter" } }
                }"##,
            )],
            "/x-letta-operations/list_all",
            "`list_all` isn't Pascal case",
            "call it `ListAll`",
        ),
        (
            &[Set(
                "/x-letta-operations/Letter",
                r##"{
                    "description": "Lists.", "x-letta-source": "Handbook", "method": "get", "path": "/all",
                    "response": { "description": "All.", "schema": { "$ref": "#/$defs/Letter" } }
                }"##,
            )],
            "/x-letta-operations/Letter",
            "`Letter` is defined twice",
            "the other is office.json#/$defs/Letter",
        ),
        (
            &[Set(
                "/x-letta-operations/Transmit",
                r##"{
                    "description": "Sends.", "x-letta-source": "Handbook", "method": "post", "path": "/letters",
                    "response": { "description": "It.", "schema": { "$ref": "#/$defs/Letter" } }
                }"##,
            )],
            "/x-letta-operations/Transmit",
            "`SendLetter` has the same method and path",
            "drop one",
        ),
        (
            &[Drop("/x-letta-operations/SendLetter/x-letta-source")],
            "/x-letta-operations/SendLetter",
            "no `x-letta-source`",
            "add it",
        ),
        (
            &[Set("/x-letta-operations/SendLetter/summary", r#""Sends.""#)],
            "/x-letta-operations/SendLetter/summary",
            "`summary` means nothing here",
            "schema/README.md",
        ),
        (
            &[Set("/x-letta-operations/SendLetter/method", r#""POST""#)],
            "/x-letta-operations/SendLetter/method",
            "no method: \"POST\"",
            "write one of get, put, post, delete, patch",
        ),
        (
            &[Set("/x-letta-operations/SendLetter/method", r#""get""#)],
            "/x-letta-operations/SendLetter/requestBody",
            "a body of a request that gets",
            "use parameters",
        ),
        (
            &[Set(
                "/x-letta-operations/SendLetter/requestBody/schema",
                r#"{ "type": "string" }"#,
            )],
            "/x-letta-operations/SendLetter/requestBody/schema",
            "no `$ref` to an object",
            "define an object",
        ),
    ]);
}

#[test]
fn paths() {
    refused_operations(&[
        (
            &[Set("/x-letta-operations/SendLetter/path", r#""letters""#)],
            "/x-letta-operations/SendLetter/path",
            "doesn't begin with `/`",
            "write the whole path",
        ),
        (
            &[Set("/x-letta-operations/SendLetter/path", r#""/a letter""#)],
            "/x-letta-operations/SendLetter/path",
            "`a letter` is no segment",
            "plain text, or a parameter in braces",
        ),
        (
            &[Set("/x-letta-operations/SendLetter/path", r#""/to-{way}""#)],
            "/x-letta-operations/SendLetter/path",
            "`to-{way}` is no segment",
            "plain text, or a parameter in braces",
        ),
        (
            &[Set("/x-letta-operations/SendLetter/path", r#""/{way}""#)],
            "/x-letta-operations/SendLetter/path",
            "`way` is no parameter of the path",
            "list it in `parameters`",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/path",
                r#""/{way}/{way}""#,
            )],
            "/x-letta-operations/ListLetters/path",
            "`way` comes twice",
            "at one place",
        ),
        (
            &[Set("/x-letta-operations/ListLetters/path", r#""/sent""#)],
            "/x-letta-operations/ListLetters/parameters/0",
            "the path has no `{way}`",
            "put it into the path",
        ),
    ]);
}

#[test]
fn parameters() {
    refused_operations(&[
        (
            &[Set("/x-letta-operations/ListLetters/parameters", "{}")],
            "/x-letta-operations/ListLetters/parameters",
            "not an array",
            "an array of parameters",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/in",
                r#""cookie""#,
            )],
            "/x-letta-operations/ListLetters/parameters/5/in",
            "no place for a parameter: \"cookie\"",
            "write path, query or header",
        ),
        (
            &[Drop(
                "/x-letta-operations/ListLetters/parameters/0/required",
            )],
            "/x-letta-operations/ListLetters/parameters/0",
            "a parameter of the path that isn't required",
            "say `\"required\": true`",
        ),
        (
            &[Drop("/x-letta-operations/ListLetters/parameters/5/schema")],
            "/x-letta-operations/ListLetters/parameters/5",
            "no `schema`",
            "add it",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/style",
                r#""simple""#,
            )],
            "/x-letta-operations/ListLetters/parameters/5/style",
            "`style` means nothing here",
            "schema/README.md",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/deprecated",
                "true",
            )],
            "/x-letta-operations/ListLetters/parameters/5",
            "`deprecated` and `x-letta-instead` go together",
            "say both",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/schema",
                r#"{ "type": "array", "items": { "type": "string" } }"#,
            )],
            "/x-letta-operations/ListLetters/parameters/5/schema",
            "an array that isn't a parameter of the query",
            "only a parameter of the query is repeated",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/schema",
                "{}",
            )],
            "/x-letta-operations/ListLetters/parameters/5/schema",
            "no form of a parameter",
            "a parameter is text",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/schema",
                r##"{ "$ref": "#/$defs/Letter" }"##,
            )],
            "/x-letta-operations/ListLetters/parameters/5/schema",
            "no form of a parameter",
            "refer to an enum",
        ),
    ]);
}

#[test]
fn names_of_parameters() {
    refused_operations(&[
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/name",
                r#""X Clerk""#,
            )],
            "/x-letta-operations/ListLetters/parameters/5/name",
            "`X Clerk` is no name of a header",
            "letters, digits, `-` and `_`",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/name",
                r#""Limit""#,
            )],
            "/x-letta-operations/ListLetters/parameters/5",
            "`Limit` and `limit` are both `limit` in Rust",
            "no key to rename it",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/name",
                r#""1""#,
            )],
            "/x-letta-operations/ListLetters/parameters/5",
            "no Rust name comes of `1`",
            "no key to rename it",
        ),
    ]);
}

#[test]
fn responses() {
    refused_operations(&[
        (
            &[Drop("/x-letta-operations/SendLetter/response")],
            "/x-letta-operations/SendLetter",
            "no `response`",
            "say what is returned",
        ),
        (
            &[Set(
                "/x-letta-operations/SendLetter/response/schema",
                r#"{ "type": "string" }"#,
            )],
            "/x-letta-operations/SendLetter/response/schema",
            "no form of a response",
            "a `$ref` to an object or a union",
        ),
        (
            &[Set(
                "/x-letta-operations/SendLetter/response/schema",
                r##"{ "type": ["array", "null"], "items": { "$ref": "#/$defs/Letter" } }"##,
            )],
            "/x-letta-operations/SendLetter/response/schema",
            "an array or null",
            "teach the generator",
        ),
        (
            &[Drop("/$defs/Refusal/x-letta-root")],
            "/$defs/Refusal",
            "every operation that fails returns it",
            "say `x-letta-root`",
        ),
    ]);
}

const SORTING: &str = r#"{
    "description": "From which end.", "x-letta-source": "Handbook > Office", "type": "string",
    "enum": ["asc", "desc"], "x-letta-values": { "asc": "From the first.", "desc": "From the last." }
}"#;

#[test]
fn paging() {
    refused_operations(&[
        (
            &[Drop(
                "/x-letta-operations/ListLetters/x-letta-paging/cursor",
            )],
            "/x-letta-operations/ListLetters/x-letta-paging",
            "no `cursor`",
            "add it",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/x-letta-paging/relative-to",
                r#""size""#,
            )],
            "/x-letta-operations/ListLetters/x-letta-paging/relative-to",
            "cursors can't be relative to \"size\"",
            "write order or age",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/x-letta-paging/relative-to",
                r#""age""#,
            )],
            "/x-letta-operations/ListLetters/x-letta-paging",
            "no `instant`",
            "add it",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/x-letta-paging",
                r#"{ "cursor": "id", "relative-to": "age", "instant": "pages" }"#,
            )],
            "/x-letta-operations/ListLetters/x-letta-paging/instant",
            "`Letter` has no such field `pages`",
            "that is the timestamp",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/x-letta-paging/cursor",
                r#""motto""#,
            )],
            "/x-letta-operations/ListLetters/x-letta-paging/cursor",
            "`Letter` has no such field `motto`",
            "that is of the type of `after`",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/response/schema",
                r##"{ "$ref": "#/$defs/Letter" }"##,
            )],
            "/x-letta-operations/ListLetters/x-letta-paging",
            "pages of what is no list",
            "let the response be an array",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/1/schema",
                r#"{ "type": "string" }"#,
            )],
            "/x-letta-operations/ListLetters/x-letta-paging",
            "pages need an optional `after` in the query",
            "declare it as a `$ref` to an identifier",
        ),
        (
            &[Drop(
                "/x-letta-operations/ListLetters/parameters/4/schema/default",
            )],
            "/x-letta-operations/ListLetters/x-letta-paging",
            "pages need an optional `order` in the query",
            "with a default",
        ),
        // The crate's own code has the name.
        (
            &[
                Set("/$defs/Sorting", SORTING),
                Set(
                    "/x-letta-operations/ListLetters/parameters/4/schema/$ref",
                    r##""#/$defs/Sorting""##,
                ),
                Set("/$defs/SortOrder/x-letta-root", "true"),
            ],
            "/x-letta-operations/ListLetters/x-letta-paging",
            "pages need an optional `order` in the query",
            "an enum `SortOrder`",
        ),
    ]);
}

const MESSAGE_TYPE: &str = r#"{
    "description": "What it is.", "x-letta-source": "Handbook > Office", "type": "string",
    "enum": ["bill"], "x-letta-values": { "bill": "Something to pay." }
}"#;

const KINDS: &str = r##"{
    "name": "kinds", "in": "query", "description": "What to list.",
    "schema": { "type": "array", "items": { "$ref": "#/$defs/MessageType" } }
}"##;

#[test]
fn kinds() {
    refused_operations(&[
        (
            &[Set(
                "/x-letta-operations/ListLetters/x-letta-paging/kinds",
                r#""limit""#,
            )],
            "/x-letta-operations/ListLetters/x-letta-paging/kinds",
            "no optional `limit` in the query lists kinds",
            "an array of an enum `MessageType`",
        ),
        // Letters have no tag.
        (
            &[
                Set("/$defs/MessageType", MESSAGE_TYPE),
                Set("/x-letta-operations/ListLetters/parameters/5", KINDS),
                Set(
                    "/x-letta-operations/ListLetters/x-letta-paging/kinds",
                    r#""kinds""#,
                ),
            ],
            "/x-letta-operations/ListLetters/x-letta-paging/kinds",
            "kinds of what has none",
            "list a union with `x-letta-tag`",
        ),
    ]);
}
