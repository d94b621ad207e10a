//! Finding out what a body is.

use std::cmp::Reverse;

use support::{Form, Json, Schema, schema::arms};

use super::{
    body::Node,
    failure::Failure,
    operations::Operations,
    subject::Subject,
    survey::{Survey, survey_up_to},
    text::Pointer,
    types::{BODIES, rewrite},
};

/// What a body is found to be.
pub(crate) struct Found {
    pub(crate) subject: Subject,
    pub(crate) survey: Survey,
    /// What the crate writes of it, or why it doesn't read it.
    pub(crate) written: Result<String, Box<Failure>>,
    /// Types that it is just as well.
    pub(crate) also: Vec<Subject>,
    /// Unions that have the type, or one of the others, as an arm, and so read it, too.
    pub(crate) within: Vec<Subject>,
}

struct Candidate {
    subject: Subject,
    survey: Survey,
    written: Result<String, Box<Failure>>,
}

/// The type that fits a body best: the fewest values at places that it doesn't declare; of several such the
/// ones that the crate reads; of these the one that declares the most, with the fewest values of another JSON
/// type; of these the one that operations take or answer. `None` if none fits as much as not.
pub(crate) fn find(
    schema: &Schema,
    operations: &Operations,
    body: &Node,
    text: &str,
) -> Option<Found> {
    let form = match body.json_type() {
        "array" => Form::List,
        "object" => Form::One,
        "null" => Form::Optional,
        _ => return None,
    };
    let mut least = usize::MAX;
    let mut surveyed = Vec::new();
    for name in BODIES {
        let subject = Subject::new(form, name);
        let survey = survey_up_to(least, schema, &subject, body);
        least = least.min(survey.foreign);
        surveyed.push((subject, survey));
    }
    let mut candidates: Vec<Candidate> = surveyed
        .into_iter()
        .filter(|(_, survey)| survey.foreign == least)
        .map(|(subject, survey)| Candidate {
            written: rewrite(&subject, text),
            subject,
            survey,
        })
        .collect();
    let rank = |candidate: &Candidate| {
        (
            candidate.written.is_err(),
            Reverse(candidate.survey.declared),
            candidate.survey.misfits,
            operations.uses(&candidate.subject).is_empty(),
        )
    };
    // Stable: the order of the schema decides what nothing else does.
    candidates.sort_by_cached_key(rank);
    let best = rank(candidates.first()?);
    candidates.retain(|candidate| rank(candidate) == best);
    // A union that has another candidate as its arm is the less specific of the two. What has no fields
    // tells nothing of that.
    let is_told = best.1.0 > 0;
    let names: Vec<String> = candidates
        .iter()
        .map(|one| one.subject.type_name.clone())
        .collect();
    let (within, fitting): (Vec<_>, Vec<_>) = candidates
        .into_iter()
        .partition(|one| is_told && has_arm(schema, &one.subject.type_name, &names));
    let mut fitting = fitting.into_iter();
    let first = fitting.next()?;
    if first.survey.declared < first.survey.foreign + first.survey.misfits {
        return None;
    }
    let subjects = |candidates: Vec<Candidate>| candidates.into_iter().map(|one| one.subject);
    Some(Found {
        also: subjects(fitting.collect()).collect(),
        within: subjects(within).collect(),
        subject: first.subject,
        survey: first.survey,
        written: first.written,
    })
}

/// Whether a union has one of several types as an arm.
fn has_arm(schema: &Schema, union: &str, names: &[String]) -> bool {
    arms(schema.definition(union))
        .filter_map(|arm| schema.referred(arm))
        .any(|(name, _)| names.iter().any(|other| other == name))
}

/// The field of an object that is a body by itself, with what it is; of several, the one that holds the most.
pub(crate) fn body_within(
    schema: &Schema,
    operations: &Operations,
    body: &Node,
) -> Option<(String, Subject)> {
    let found = body.fields().iter().filter_map(|(key, value)| {
        let found = find(schema, operations, value, value.raw)?;
        (found.survey.declared > 0).then_some((key, found))
    });
    let (key, found) = found.max_by_key(|(_, found)| found.survey.declared)?;
    let mut at = Pointer::default();
    at.push(key);
    Some((at.to_string(), found.subject))
}
