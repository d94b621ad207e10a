//! The operations of the API, as far as they tell what a body is.

use heck::ToPascalCase as _;
use serde::Serialize;
use serde_json::Value;
use support::{Form, Json};

use super::subject::Subject;

/// What requests hold and what is answered.
pub(crate) struct Operations(Vec<Operation>);

struct Operation {
    name: String,
    request: Option<Subject>,
    response: Option<Subject>,
    /// What is answered to a request that failed.
    failure: Option<Subject>,
}

/// An operation of which a body is a part.
#[derive(Debug, Serialize)]
pub(crate) struct Use {
    pub(crate) operation: String,
    pub(crate) part: Part,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Part {
    Request,
    Response,
    /// The response to a request that failed.
    Failure,
}

impl Operations {
    /// Those of the OpenAPI document that the crate carries.
    ///
    /// # Errors
    ///
    /// The document isn't JSON.
    pub(crate) fn bundled() -> serde_json::Result<Self> {
        let document: Value = serde_json::from_str(letta_types::OPENAPI)?;
        let paths = document["paths"].as_object().into_iter().flatten();
        let all = paths.flat_map(|(_, methods)| methods.as_object().into_iter().flatten());
        let mut operations: Vec<Operation> =
            all.filter_map(|(_, one)| Operation::of(one)).collect();
        operations.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(Self(operations))
    }

    /// What an operation is sent, by its name as in the crate or as in OpenAPI.
    pub(crate) fn request(&self, name: &str) -> Option<&Subject> {
        self.named(name)?.request.as_ref()
    }

    /// What it answers.
    pub(crate) fn response(&self, name: &str) -> Option<&Subject> {
        self.named(name)?.response.as_ref()
    }

    fn named(&self, name: &str) -> Option<&Operation> {
        let mut all = self.0.iter();
        all.find(|one| one.name == name || one.name == name.to_pascal_case())
    }

    /// The names of all.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|one| one.name.as_str())
    }

    /// The operations of which a body of a type is a part.
    pub(crate) fn uses(&self, subject: &Subject) -> Vec<Use> {
        let has = |part: &Option<Subject>| part.as_ref().is_some_and(|part| admits(part, subject));
        let uses = self.0.iter().flat_map(|one| {
            let parts = [
                (Part::Response, &one.response),
                (Part::Request, &one.request),
                (Part::Failure, &one.failure),
            ];
            parts
                .into_iter()
                .filter(|(_, subject)| has(subject))
                .map(|(part, _)| Use {
                    operation: one.name.clone(),
                    part,
                })
        });
        uses.collect()
    }
}

impl Operation {
    fn of(operation: &Value) -> Option<Self> {
        let subject = |content: &Value| subject(&content["content"]["application/json"]["schema"]);
        Some(Self {
            name: operation["operationId"].as_str()?.to_pascal_case(),
            request: subject(&operation["requestBody"]),
            response: subject(&operation["responses"]["200"]),
            failure: subject(&operation["responses"]["default"]),
        })
    }
}

/// Whether a body of the one type is a body of the other: what may be `null` needn't be.
fn admits(part: &Subject, subject: &Subject) -> bool {
    let forms = (part.form, subject.form);
    part.type_name == subject.type_name
        && (forms.0 == forms.1 || forms == (Form::Optional, Form::One))
}

/// The type that a schema of the document refers to: one, a list, or one or null.
fn subject(schema: &Value) -> Option<Subject> {
    let named = |schema: &Value| Some(schema["$ref"].as_str()?.rsplit('/').next()?.to_owned());
    let (form, name) = if let Some(name) = named(schema) {
        (Form::One, name)
    } else if let Some(name) = schema.field("items").and_then(named) {
        (Form::List, name)
    } else {
        let arms = schema["anyOf"].as_array()?;
        (Form::Optional, arms.iter().find_map(named)?)
    };
    Some(Subject::new(form, &name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_has_a_response() {
        let operations = Operations::bundled().expect("the document is JSON");
        assert!(operations.names().count() > 0);
        for name in operations.names() {
            assert!(operations.response(name).is_some(), "{name}");
        }
    }

    #[test]
    fn operations_go_by_both_spellings() {
        let operations = Operations::bundled().expect("the document is JSON");
        for name in ["RetrieveTraceForStep", "retrieve_trace_for_step"] {
            let response = operations.response(name).map(ToString::to_string);
            assert_eq!(response.as_deref(), Some("Option<ProviderTrace>"), "{name}");
        }
    }
}
