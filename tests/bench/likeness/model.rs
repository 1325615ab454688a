//! Trains and measures the weights.

use super::features::{self, BUCKETS, features};
use super::{CLASSES, EPOCHS, PERSON, Sample, Sequence};

/// Logistic regression by stochastic gradient descent. The weight of a class depends on the root of its size.
pub(super) fn train(samples: &[Sample], chance: &mut Sequence) -> Vec<f32> {
    let mut counts = [0_f32; CLASSES.len()];
    for sample in samples {
        counts[sample.class] += 1.0;
    }
    let most = counts.iter().copied().fold(0.0, f32::max);
    let known: Vec<_> = samples.iter().map(|sample| features(&sample.text)).collect();
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut weights = vec![0_f32; BUCKETS * CLASSES.len()];
    for epoch in 0..EPOCHS {
        for at in (1..order.len()).rev() {
            order.swap(at, usize::try_from(chance.next()).unwrap() % (at + 1));
        }
        let rate = 0.15 / (1.0 + 0.5 * f32::from(u8::try_from(epoch).unwrap()));
        for &at in &order {
            let class = samples[at].class;
            let shares = shares(&weights, &known[at]);
            let importance = (most / counts[class]).sqrt().min(4.0);
            for (other, share) in shares.iter().enumerate() {
                let error = (if other == class { 1.0 } else { 0.0 }) - share;
                for (bucket, value) in &known[at] {
                    let weight = &mut weights[bucket * CLASSES.len() + other];
                    *weight += rate * (importance * error * value - 0.000_02 * *weight);
                }
            }
        }
    }
    weights
}

fn shares(weights: &[f32], features: &[features::Feature]) -> [f32; CLASSES.len()] {
    let mut sums = [0_f32; CLASSES.len()];
    for (bucket, value) in features {
        for (class, sum) in sums.iter_mut().enumerate() {
            *sum += weights[bucket * CLASSES.len() + class] * value;
        }
    }
    let most = sums.iter().copied().fold(f32::MIN, f32::max);
    let total: f32 = sums.iter().map(|sum| (sum - most).exp()).sum();
    sums.map(|sum| (sum - most).exp() / total)
}

/// One byte per weight: the scale fits all but a few in ten thousand.
pub(super) fn quantized(weights: &[f32]) -> (f32, Vec<i8>) {
    let mut sizes: Vec<f32> = weights.iter().map(|weight| weight.abs()).collect();
    sizes.sort_by(f32::total_cmp);
    let largest = sizes[sizes.len() - 1 - sizes.len() / 2000];
    let scale = largest / 127.0;
    #[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
    let table = weights.iter().map(|weight| (weight / scale).round().clamp(-127.0, 127.0) as i8);
    (scale, table.collect())
}

/// What share of each class is taken for which class.
pub(super) fn measure(what: &str, samples: &[Sample], weights: &[f32]) {
    let mut table = [[0_u32; CLASSES.len()]; CLASSES.len()];
    for sample in samples {
        let shares = shares(weights, &features(&sample.text));
        let best = (0..CLASSES.len()).max_by(|a, b| shares[*a].total_cmp(&shares[*b])).unwrap();
        table[sample.class][best] += 1;
        if what == "held out" && best != sample.class && (sample.class == PERSON || best == PERSON)
        {
            eprintln!("{} as {}: {}", CLASSES[sample.class], CLASSES[best], sample.text);
        }
    }
    println!("{what}:");
    for (class, row) in table.iter().enumerate().filter(|(_, row)| row.iter().any(|it| *it > 0)) {
        let all: u32 = row.iter().sum();
        let shown: Vec<String> = row
            .iter()
            .enumerate()
            .map(|(other, count)| {
                format!("{} {:.1}%", CLASSES[other], 100.0 * f64::from(*count) / f64::from(all))
            })
            .collect();
        println!("  {} ({all}): {}", CLASSES[class], shown.join(", "));
    }
}
