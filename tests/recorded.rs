//! Bodies that real servers sent: nothing but `null`s of known optional fields may change.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use letta_types::{OrganizationId, ProviderTrace, Step};
use support::{Fixture, Form, Kind, Schema, fixtures, recorded::Recordings, text};

/// What a message list never has: these stand in streams only.
const STREAM_ONLY: [&str; 3] = ["ping", "stop_reason", "usage_statistics"];

/// Reads a body, writes it, and holds it against what the schema says becomes of it.
fn assert_kept(schema: &Schema, fixture: &Fixture) {
    let path = &fixture.path;
    let json = fixture.json();
    let body = fixture.form.schema(fixture.type_name);
    let went = fixture.round_trip();
    assert_eq!(went.written, schema.canonical(&body, &json), "{path}");
    assert_eq!(
        text::unknowns(&went.debug),
        usize::from(is_stream_only(fixture)),
        "{path}"
    );
}

fn is_stream_only(fixture: &Fixture) -> bool {
    let json = fixture.json();
    let tag = json["message_type"].as_str();
    fixture.type_name == "LettaMessage" && tag.is_some_and(|tag| STREAM_ONLY.contains(&tag))
}

fn assert_all_kept(recordings: &Recordings) {
    let schema = Schema::bundled();
    for recording in recordings.all() {
        for fixture in &recording.values {
            assert_kept(&schema, fixture);
        }
    }
}

#[test]
fn kept_recordings_are_kept() {
    assert_all_kept(&Recordings::kept());
}

#[test]
#[ignore = "reads the folder that LETTA_RECORDINGS names"]
fn recordings_elsewhere_are_kept() {
    assert_all_kept(&Recordings::elsewhere());
}

/// A file that the manifest doesn't list would never be read.
#[test]
fn the_manifest_lists_every_file() {
    let recordings = Recordings::kept();
    let listed: BTreeSet<String> = recordings.files().map(str::to_owned).collect();
    let mut found = BTreeSet::new();
    let folder = fixtures::folder().join("recorded");
    for entry in fs::read_dir(&folder).expect("the folder is readable") {
        let path = entry.expect("an entry is readable").path();
        if path.is_dir() {
            found.extend(files_of(&path));
        }
    }
    assert_eq!(found, listed);
}

fn files_of(folder: &Path) -> Vec<String> {
    let name = |path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.expect("names are UTF-8").to_owned()
    };
    fs::read_dir(folder)
        .expect("the folder is readable")
        .map(|entry| entry.expect("an entry is readable").path())
        .map(|path| format!("{}/{}", name(folder), name(&path)))
        .collect()
}

/// Which types and kinds the kept recordings hold; what is missing was never recorded.
#[test]
fn the_kept_recordings_cover_what_was_recorded() {
    let schema = Schema::bundled();
    let mut types = BTreeSet::new();
    let mut tags = BTreeMap::<String, usize>::new();
    for recording in Recordings::kept().all() {
        for fixture in &recording.values {
            let json = fixture.json();
            let body = fixture.form.schema(fixture.type_name);
            for place in schema.places(&body, &json) {
                match place.kind {
                    Kind::Object { type_name } => {
                        types.insert(type_name);
                    }
                    Kind::Choice { tag, .. } if tag == "message_type" => {
                        let tag = json
                            .pointer(&place.pointer)
                            .and_then(|at| at[&tag].as_str());
                        *tags.entry(tag.unwrap_or_default().to_owned()).or_default() += 1;
                    }
                    _ => {}
                }
            }
        }
    }
    for tag in [
        "system_message",
        "user_message",
        "reasoning_message",
        "hidden_reasoning_message",
        "tool_call_message",
        "tool_return_message",
        "assistant_message",
        "approval_request_message",
        "approval_response_message",
    ]
    .into_iter()
    .chain(STREAM_ONLY)
    {
        assert!(tags.contains_key(tag), "no {tag} among {tags:?}");
    }
    for name in [
        "Step",
        "StepMetrics",
        "ProviderTrace",
        "InternalMessage",
        "FunctionToolCall",
        "InternalToolReturn",
        "ApprovalReturn",
        "ToolCall",
        "ToolCallDelta",
        "ToolReturn",
        "TextContent",
        "ImageContent",
        "LettaImage",
        "Base64Image",
        "ReasoningContent",
        "RedactedReasoningContent",
        "OmittedReasoningContent",
        "MessageSearchResult",
        "UserMessageListResult",
        "ReasoningMessageListResult",
        "AssistantMessageListResult",
        "ApiError",
        "ModelError",
    ] {
        assert!(types.contains(name), "no {name} among {types:?}");
    }
}

#[test]
fn both_servers_are_there() {
    let text = fixtures::text("recorded/MANIFEST.json");
    for server in ["letta 0.16.8", "letta 0.15.1"] {
        assert!(
            text.contains(&format!("\"server\": \"{server}\"")),
            "{server}"
        );
    }
}

#[test]
fn successes_and_failures_are_there() {
    let statuses: BTreeSet<u64> = Recordings::kept().all().map(|one| one.status).collect();
    assert_eq!(statuses, [200, 400, 404, 422, 500].into());
}

#[test]
fn a_step_without_a_trace_has_null() {
    let nulls: Vec<Fixture> = Recordings::kept()
        .all()
        .flat_map(|recording| recording.values)
        .filter(|fixture| fixture.form == Form::Optional && fixture.json().is_null())
        .collect();
    assert_eq!(
        nulls.len(),
        2,
        "one for no such step, one for a step in progress"
    );
    for fixture in nulls {
        let trace: Option<ProviderTrace> =
            serde_json::from_str(&fixture.text).expect("null is read");
        assert_eq!(trace, None, "{}", fixture.path);
        assert!(serde_json::from_str::<ProviderTrace>(&fixture.text).is_err());
    }
}

/// The server sends this; no published document names it.
#[test]
fn the_organization_of_a_step_is_typed() {
    let path = "recorded/steps-retrieve/01-concierge-success-end_turn-user+reasoning.json";
    let step: Step = serde_json::from_str(&fixtures::text(path)).expect("a step is read");
    assert!(step.extra().is_empty(), "{:?}", step.extra());
    assert_eq!(
        step.organization_id.as_ref().map(OrganizationId::as_str),
        Some("org-00000000-0000-4000-8000-000000000000")
    );
}
