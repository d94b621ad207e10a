//! Wall time of each contestant on each payload: `cargo bench -p letta-types-benches`.

use divan::Bencher;
use letta_types_benches::{contestants, payloads};

fn main() {
    divan::main();
}

/// A contestant and a payload that it can read.
struct Pair {
    payload: &'static str,
    contestant: &'static str,
}

impl std::fmt::Display for Pair {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}, {}", self.payload, self.contestant)
    }
}

fn pairs() -> impl Iterator<Item = Pair> {
    payloads::NAMES.iter().flat_map(|payload| {
        contestants().map(|contestant| Pair {
            payload,
            contestant: contestant.name,
        })
    })
}

#[divan::bench(args = pairs())]
fn pass(bencher: Bencher, pair: &Pair) {
    let payload = payloads::payload(pair.payload).expect("recordings can be read");
    let payload = payload.expect("it is one of the names");
    let contestant = contestants().find(|one| one.name == pair.contestant);
    let contestant = contestant.expect("it is one of the contestants");
    if let Ok(work) = (contestant.prepare)(&payload) {
        bencher
            .counter(divan::counter::BytesCount::new(payload.bytes()))
            .with_inputs(|| ())
            .bench_local_refs({
                let mut work = work;
                move |()| work()
            });
    }
}
