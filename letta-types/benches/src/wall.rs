//! Wall time of one contestant, in a process of its own: on a heap that another one has used, the same code takes up
//! to a tenth more or less time, as that other one left it.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use serde::Serialize;

use crate::{contestants, payloads::Payload};

/// How long a contestant works in all, at least.
const WHOLE: Duration = Duration::from_millis(20);

/// How long it works between two looks at the clock, at least: short, so that some turns are undisturbed.
const TURN: Duration = Duration::from_micros(500);

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

/// The time that a contestant takes with all its memory shifted by some bytes; `None` if it can't read the payload.
///
/// Where memory lies makes a difference that has nothing to do with the contestant, and without a shift it is
/// the same in each process.
#[must_use]
pub fn time(payload: &Payload, contestant: &str, shift: usize) -> Option<Time> {
    let _shift = black_box(vec![1_u8; shift]);
    // From then on glibc gives memory of less than that no more back to the system after each pass. Else one
    // contestant pays for it and another doesn't, as the heap lies.
    drop(black_box(vec![1_u8; MEMORY]));
    let contestant = contestants().find(|one| one.name == contestant)?;
    let mut work = (contestant.prepare)(payload).ok()?;
    let start = Instant::now();
    let mut turns = Vec::with_capacity(64);
    while start.elapsed() < WHOLE {
        turns.push(turn(&mut work));
    }
    turns.sort_by(f64::total_cmp);
    Some(Time {
        best: *turns.first()?,
        median: *turns.get(turns.len() / 2)?,
    })
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
