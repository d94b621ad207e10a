//! The bodies of operations, read and written by the types of `letta-types`.

use letta_types::{
    ListAllMessages, ListMessagesForStep, ListSteps, MessageSearchRequest, ModifyFeedbackForStep,
    ModifyFeedbackRequest, RetrieveMessage, RetrieveMetricsForStep, RetrieveStep,
    RetrieveTraceForStep, SearchAllMessages, SearchAllMessagesRequest, SearchMessages,
    json::{self, Body},
    operation::Operation,
};
use letta_types_codegen::problem::step;
use serde::Serialize;
use serde_json::Value;

/// Reads a body and writes it.
type Trip = fn(&str) -> Result<Value, String>;

/// What reads the bodies of an operation.
pub(super) struct Bodies {
    pub(super) name: &'static str,
    pub(super) request: Option<Trip>,
    pub(super) response: Trip,
}

/// All operations of `letta-types`.
pub(super) const OPERATIONS: &[Bodies] = &[
    of::<ListSteps>("ListSteps", None),
    of::<RetrieveStep>("RetrieveStep", None),
    of::<RetrieveMetricsForStep>("RetrieveMetricsForStep", None),
    of::<RetrieveTraceForStep>("RetrieveTraceForStep", None),
    of::<ModifyFeedbackForStep>("ModifyFeedbackForStep", Some(trip::<ModifyFeedbackRequest>)),
    of::<ListMessagesForStep>("ListMessagesForStep", None),
    of::<ListAllMessages>("ListAllMessages", None),
    of::<RetrieveMessage>("RetrieveMessage", None),
    of::<SearchAllMessages>("SearchAllMessages", Some(trip::<SearchAllMessagesRequest>)),
    of::<SearchMessages>("SearchMessages", Some(trip::<MessageSearchRequest>)),
];

const fn of<O: Operation<Response: Serialize>>(
    name: &'static str,
    request: Option<Trip>,
) -> Bodies {
    Bodies {
        name,
        request,
        response: trip::<O::Response>,
    }
}

fn trip<T: Body + Serialize>(text: &str) -> Result<Value, String> {
    let value: T = json::from_str(text).map_err(|error| error.to_string())?;
    serde_json::to_value(&value).map_err(|error| error.to_string())
}

/// Where what was written isn't what was read: nothing if all was kept.
///
/// Nulls may go, and tags may come.
pub(super) fn lost(read: &Value, written: &Value) -> Option<String> {
    match (read, written) {
        (Value::Object(read), Value::Object(written)) => {
            for (key, value) in read {
                let pointer = match written.get(key) {
                    Some(other) => lost(value, other),
                    None if value.is_null() => None,
                    None => Some(String::new()),
                };
                if let Some(pointer) = pointer {
                    return Some(step("", key) + &pointer);
                }
            }
            let mut new = written.iter().filter(|(key, _)| !read.contains_key(*key));
            new.find(|(_, value)| !value.is_string())
                .map(|(key, _)| step("", key))
        }
        (Value::Array(read), Value::Array(written)) if read.len() == written.len() => {
            let pairs = read.iter().zip(written).enumerate();
            pairs.into_iter().find_map(|(index, (read, written))| {
                lost(read, written).map(|pointer| format!("/{index}{pointer}"))
            })
        }
        _ => (read != written).then(String::new),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_lost_has_a_place() {
        let read = json!({"a": [{"b/c": 1, "d": null}]});
        assert_eq!(lost(&read, &json!({"a": [{"b/c": 1, "type": "x"}]})), None);
        let written = json!({"a": [{"b/c": 2}]});
        assert_eq!(lost(&read, &written).as_deref(), Some("/a/0/b~1c"));
        let written = json!({"a": []});
        assert_eq!(lost(&read, &written).as_deref(), Some("/a"));
        let written = json!({"a": [{"b/c": 1}], "new": 3});
        assert_eq!(lost(&read, &written).as_deref(), Some("/new"));
    }
}
