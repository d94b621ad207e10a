//! What answers each operation.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    http::Uri,
};
use letta_types::{
    FeedbackType, LettaMessage, MessageListResult, MessageSearchRequest, MessageSearchResult,
    ModifyFeedbackRequest, ProviderTrace, SearchAllMessagesRequest, Step, StepMetrics,
    json::{self, Category},
};
use serde_json::Value;

use super::{Shared, failure::Failure, lock, query::Parameters, search};

type Answer<T> = Result<Json<T>, Failure>;

pub(super) async fn list_steps(State(shared): State<Arc<Shared>>, uri: Uri) -> Answer<Vec<Step>> {
    let operation = Parameters::read(&uri)?.list_steps()?;
    lock(&shared.store).list_steps(&operation).map(Json)
}

pub(super) async fn step(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
) -> Answer<Step> {
    let mut store = lock(&shared.store);
    let stored = store.step_mut(&id).ok_or_else(|| no_row("Step", &id))?;
    Ok(Json(stored.step.clone()))
}

pub(super) async fn metrics(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
) -> Answer<StepMetrics> {
    let mut store = lock(&shared.store);
    let metrics = store
        .step_mut(&id)
        .and_then(|stored| stored.metrics.clone());
    metrics.map(Json).ok_or_else(|| no_row("StepMetrics", &id))
}

/// Real servers answer `null` for a step that isn't there, too.
pub(super) async fn trace(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
) -> Json<Option<ProviderTrace>> {
    let mut store = lock(&shared.store);
    Json(store.step_mut(&id).and_then(|stored| stored.trace.clone()))
}

pub(super) async fn feedback(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    body: Bytes,
) -> Answer<Step> {
    let request: ModifyFeedbackRequest = read(&body)?;
    if let Some(FeedbackType::Unknown(text)) = &request.feedback {
        let message = "Input should be 'positive' or 'negative'";
        let place = "'body', 'feedback'";
        return Err(Failure::invalid(
            "enum",
            place,
            message,
            &text.as_str().into(),
        ));
    }
    let mut store = lock(&shared.store);
    let stored = store.step_mut(&id).ok_or_else(|| no_row("Step", &id))?;
    // Both are replaced: what the request leaves out is cleared.
    stored.step.feedback = request.feedback;
    stored.step.tags = Some(request.tags.unwrap_or_default());
    Ok(Json(stored.step.clone()))
}

pub(super) async fn step_messages(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    uri: Uri,
) -> Answer<Vec<LettaMessage>> {
    let operation = Parameters::read(&uri)?.step_messages(id)?;
    lock(&shared.store).step_messages(&operation).map(Json)
}

pub(super) async fn all_messages(
    State(shared): State<Arc<Shared>>,
    uri: Uri,
) -> Answer<Vec<LettaMessage>> {
    let operation = Parameters::read(&uri)?.all_messages()?;
    lock(&shared.store).all_messages(&operation).map(Json)
}

pub(super) async fn message(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
) -> Answer<Vec<LettaMessage>> {
    let store = lock(&shared.store);
    let found = store
        .messages()
        .iter()
        .find(|stored| stored.id() == Some(&id));
    match found {
        Some(stored) => Ok(Json(stored.pieces.clone())),
        None => Err(Failure::missing(format!(
            "404: Message with id {id} not found."
        ))),
    }
}

pub(super) async fn search_all_messages(
    State(shared): State<Arc<Shared>>,
    body: Bytes,
) -> Answer<Vec<MessageListResult>> {
    let request: SearchAllMessagesRequest = read(&body)?;
    check_limit(request.limit)?;
    search::pieces(&lock(&shared.store), &request).map(Json)
}

pub(super) async fn search_messages(
    State(shared): State<Arc<Shared>>,
    body: Bytes,
) -> Answer<Vec<MessageSearchResult>> {
    let request: MessageSearchRequest = read(&body)?;
    check_limit(request.limit)?;
    search::stored(&lock(&shared.store), &request).map(Json)
}

fn check_limit(limit: Option<i64>) -> Result<(), Failure> {
    let problem = match limit {
        Some(limit) if limit > 100 => Some(("less_than_equal", "less than or equal to 100", limit)),
        Some(limit) if limit < 1 => {
            Some(("greater_than_equal", "greater than or equal to 1", limit))
        }
        _ => None,
    };
    match problem {
        Some((kind, bound, limit)) => {
            let message = format!("Input should be {bound}");
            Err(Failure::invalid(
                kind,
                "'body', 'limit'",
                &message,
                &limit.into(),
            ))
        }
        None => Ok(()),
    }
}

/// A body, which must be there and of its type.
fn read<T: json::Body>(body: &[u8]) -> Result<T, Failure> {
    if body.is_empty() {
        return Err(Failure::invalid(
            "missing",
            "'body',",
            "Field required",
            &Value::Null,
        ));
    }
    json::from_slice(body).map_err(|error| {
        let keys = error.pointer().split('/').skip(1);
        let keys: Vec<_> = keys.map(|key| format!(" '{key}'")).collect();
        let place = format!("'body',{}", keys.join(","));
        let input = serde_json::from_slice(body).unwrap_or_default();
        match error.category() {
            Category::Missing => Failure::invalid("missing", &place, "Field required", &input),
            _ => Failure::invalid("value_error", &place, &error.to_string(), &input),
        }
    })
}

fn no_row(kind: &str, id: &str) -> Failure {
    Failure::missing(format!("{kind} not found with id='['{id}']'"))
}
