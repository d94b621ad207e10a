//! All memory that reading takes is given back, whatever was read.
//!
//! The reader forgets what it has emptied rather than look at it once more. Had it not been empty, its memory would
//! be lost.

use std::thread;

use allocation_counter::measure;
use letta_types::{
    InternalMessage, LettaMessage, MessageListResult, MessageSearchResult, Step,
    json::{self, Tolerant},
};
use support::{
    Schema,
    fixtures::{self, Fixture},
    instances::enumerate,
    mutants::mutations,
    read,
    text::TagPosition,
};

/// The bytes that are still there when something is done.
fn kept(work: impl FnOnce()) -> i64 {
    measure(work).bytes_current
}

/// Reads a text with guesses, and again without if they are wrong.
fn read_by_json(type_name: &str, text: &str) {
    match type_name {
        "InternalMessage" => drop(json::from_str::<InternalMessage>(text)),
        "LettaMessage" => {
            drop(json::from_str::<LettaMessage>(text));
            drop(json::from_str::<Vec<Tolerant<LettaMessage>>>(&format!(
                "[{text},{text}]"
            )));
        }
        "MessageListResult" => drop(json::from_str::<MessageListResult>(text)),
        "MessageSearchResult" => drop(json::from_str::<MessageSearchResult>(text)),
        "Step" => drop(json::from_str::<Step>(text)),
        _ => {}
    }
}

#[test]
fn what_is_counted_is_what_is_lost() {
    assert_eq!(kept(|| std::mem::forget(vec![1_u8; 100])), 100);
    assert_eq!(kept(|| drop(vec![1_u8; 100])), 0);
}

/// The steps away from the schema, most of which are refused, and what they are steps away from.
#[test]
fn nothing_is_lost_of_instances_and_mutants() {
    let last = thread::spawn(|| texts_read(TagPosition::Last));
    let texts = texts_read(TagPosition::First) + last.join().expect("the other half ends");
    assert!(texts > 80_000, "only {texts}");
}

fn texts_read(position: TagPosition) -> usize {
    let schema = Schema::bundled();
    let mut count = 0;
    for instance in enumerate::few(&schema) {
        let name = &instance.type_name;
        let document = instance.document.with_tags(position);
        let mutants = mutations(&schema, name, &document);
        let mut texts = vec![document.to_string()];
        texts.extend(mutants.iter().map(|one| one.of(&document).to_string()));
        for text in &texts {
            let kept = kept(|| {
                drop(read(name, text));
                read_by_json(name, text);
            });
            assert_eq!(kept, 0, "{name} from {text}");
        }
        count += texts.len();
    }
    count
}

/// The payloads, in lists, and cut short in the middle.
#[test]
fn nothing_is_lost_of_payloads() {
    let fixtures: Vec<Fixture> = fixtures::all();
    assert!(fixtures.len() > 50, "only {}", fixtures.len());
    for fixture in fixtures {
        let list = format!("[{},{}]", fixture.text, fixture.text);
        let half = String::from_utf8_lossy(&list.as_bytes()[..list.len() * 3 / 4]);
        for text in [&*list, &*half] {
            let kept = kept(|| {
                drop(json::from_str::<Vec<LettaMessage>>(text));
                drop(json::from_str::<Vec<Step>>(text));
                drop(json::from_str::<Vec<InternalMessage>>(text));
                drop(json::from_str::<Vec<MessageSearchResult>>(text));
                drop(json::from_str::<Vec<MessageListResult>>(text));
            });
            assert_eq!(kept, 0, "{}", fixture.path);
        }
    }
}
