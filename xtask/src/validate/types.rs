//! Reading and writing a body as a type that is known by its name.

use letta_types::json;
use serde::{Serialize, de::DeserializeOwned};
use support::Form;

use super::{failure::Failure, subject::Subject};

/// Reads a text as a type and writes it.
///
/// # Errors
///
/// The crate doesn't read the text.
pub(crate) fn rewrite(subject: &Subject, text: &str) -> Result<String, Box<Failure>> {
    let Subject { form, type_name } = subject;
    match body(*form, type_name, text) {
        Some(result) => result,
        None => Ok(part(*form, type_name, text)?),
    }
}

fn as_body<T: json::Body + Serialize>(text: &str) -> Result<String, Box<Failure>> {
    let typed: T = json::from_str(text)?;
    Ok(serde_json::to_string(&typed)?)
}

fn as_part<T: DeserializeOwned + Serialize>(text: &str) -> serde_json::Result<String> {
    let typed: T = serde_json::from_str(text)?;
    serde_json::to_string(&typed)
}

macro_rules! bodies {
    ($($name:ident)+) => {
        /// The types that `letta_types::json` reads, as bodies and elements of listed bodies.
        pub(crate) const BODIES: &[&str] = &[$(stringify!($name)),+];

        fn body(form: Form, type_name: &str, text: &str) -> Option<Result<String, Box<Failure>>> {
            Some(match (type_name, form) {
                $(
                    (stringify!($name), Form::One) => as_body::<letta_types::$name>(text),
                    (stringify!($name), Form::List) => as_body::<Vec<letta_types::$name>>(text),
                    (stringify!($name), Form::Optional) => as_body::<Option<letta_types::$name>>(text),
                )+
                _ => return None,
            })
        }
    };
}

bodies! {
    Step StepMetrics ProviderTrace ModifyFeedbackRequest InternalMessage LettaMessage
    SearchAllMessagesRequest MessageSearchRequest MessageSearchResult MessageListResult ApiError
}

macro_rules! parts {
    ($($name:ident)+) => {
        fn part(form: Form, type_name: &str, text: &str) -> serde_json::Result<String> {
            match (type_name, form) {
                $(
                    (stringify!($name), Form::One) => as_part::<letta_types::$name>(text),
                    (stringify!($name), Form::List) => as_part::<Vec<letta_types::$name>>(text),
                    (stringify!($name), Form::Optional) => as_part::<Option<letta_types::$name>>(text),
                )+
                _ => Err(serde::de::Error::custom(format!("xtask doesn't know how to read {type_name}"))),
            }
        }
    };
}

support::every_type!(parts);

#[cfg(test)]
mod tests {
    use support::Schema;

    use super::*;

    #[test]
    fn every_definition_can_be_read() {
        for name in Schema::bundled().definitions().keys() {
            let failure = rewrite(&Subject::new(Form::List, name), "[]").err();
            assert!(failure.is_none(), "{name}: {failure:?}");
        }
    }

    #[test]
    fn every_root_but_the_enums_is_a_body() {
        let schema = Schema::bundled();
        let mut roots: Vec<&str> = schema
            .definitions()
            .iter()
            .filter(|(_, definition)| definition["x-letta-root"] == true)
            .filter(|(_, definition)| definition.get("enum").is_none())
            .map(|(name, _)| name.as_str())
            .collect();
        let mut bodies = BODIES.to_vec();
        roots.sort_unstable();
        bodies.sort_unstable();
        assert_eq!(bodies, roots);
    }
}
