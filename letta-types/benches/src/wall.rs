//! Wall time, for ratios within one run: the contestants take turns, so that a noisy neighbour is noisy
//! for all.

use std::{
    collections::BTreeMap,
    hint::black_box,
    time::{Duration, Instant},
};

use serde::Serialize;

use crate::{contestants, payloads::Payload};

/// How long a contestant works at one turn, at least: short, so that some turns are undisturbed.
const TURN: Duration = Duration::from_millis(1);

/// More than any contestant needs at a time.
const MEMORY: usize = 16 << 20;

/// Nanoseconds of one pass over a payload.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Time {
    /// Of the best turn.
    pub best: f64,

    /// Of the middle turn.
    pub median: f64,
}

/// The times of all contestants that can read a payload, by name.
#[must_use]
pub fn times(payload: &Payload, rounds: usize) -> BTreeMap<&'static str, Time> {
    // From then on glibc gives memory of less than that no more back to the system after each pass. Else one
    // contestant pays for it and another doesn't, as the heap lies.
    drop(black_box(vec![1_u8; MEMORY]));
    let mut all: Vec<_> = contestants()
        .filter_map(|one| Some((one.name, (one.prepare)(payload).ok()?, Vec::new())))
        .collect();
    for _ in 0..rounds.max(1) {
        for (_, work, turns) in &mut all {
            turns.push(turn(work));
        }
    }
    let mut times = BTreeMap::new();
    for (name, _, mut turns) in all {
        turns.sort_by(f64::total_cmp);
        let (best, median) = (turns[0], turns[turns.len() / 2]);
        times.insert(name, Time { best, median });
    }
    times
}

fn turn(work: &mut dyn FnMut()) -> f64 {
    let start = Instant::now();
    let mut passes = 0_u32;
    loop {
        work();
        passes += 1;
        let elapsed = start.elapsed();
        if elapsed >= TURN {
            return elapsed.as_secs_f64() * 1e9 / f64::from(passes);
        }
    }
}
