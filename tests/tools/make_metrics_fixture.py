#!/usr/bin/env python3
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write tests/octave/metrics_fixture.mat: random predictions and what
scikit-learn (1.9 wrote the file in the repository) says of them.

    python3 make_metrics_fixture.py [FILE]

Needs numpy, scipy and scikit-learn. The same versions write the same bytes.
"""

import sys
import warnings
from pathlib import Path

import numpy as np
import scipy.io
from sklearn import calibration, metrics
from sklearn.dummy import DummyClassifier

SEED = 20260101
HEADER = 116  # bytes of free text at the start of a MAT file


def nan_mean(values):
    values = np.asarray(values, dtype=float)
    return np.nanmean(values) if not np.all(np.isnan(values)) else np.nan


def class_reports(y, yhat, labels, w):
    """Per-class precision, recall, F1 and support, and their means."""
    p, r, f, s = metrics.precision_recall_fscore_support(
        y, yhat, labels=labels, sample_weight=w, zero_division=np.nan)
    out = dict(Precision=p, Recall=r, F1=f, Support=s)
    # The means are scikit-learn's by default: 0/0 is 0, over the labels that are there. A sample of
    # weight 0 is not.
    if w is not None:
        y, yhat, w = y[w > 0], yhat[w > 0], w[w > 0]
    for name in ("macro", "weighted"):
        means = metrics.precision_recall_fscore_support(y, yhat, average=name, sample_weight=w)
        for key, value in zip(("Precision", "Recall", "F1"), means):
            out[name.capitalize() + key] = value
    return out


def areas(y, scores, labels, w):
    """AUC of each class against the rest, and means over the defined ones.

    The means are scikit-learn's own where it has them: not for two classes, not
    the plain one where a class is undefined.
    """
    k_of = range(len(labels))
    auc = [metrics.roc_auc_score((y == labels[k]).astype(int), scores[:, k], sample_weight=w)
           for k in k_of]
    weights = np.ones(len(y)) if w is None else w
    support = np.array([weights[y == label].sum() for label in labels])
    defined = ~np.isnan(auc)
    options = dict(multi_class="ovr", labels=labels, sample_weight=w)
    macro, weighted = nan_mean(auc), np.nan
    if defined.any():
        weighted = np.average(np.array(auc)[defined], weights=support[defined])
    if len(labels) > 2 and defined.any():
        weighted = metrics.roc_auc_score(y, scores, average="weighted", **options)
        if defined.all():
            macro = metrics.roc_auc_score(y, scores, average="macro", **options)
    return dict(AUC=auc, MacroAUC=macro, WeightedAUC=weighted)


def top_k(y, scores, labels, w):
    """With a third class of score -1, so that two classes follow the same rule."""
    scores = np.column_stack([scores, -np.ones(len(y))])
    labels = [*labels, labels[-1] + 1]
    return [metrics.top_k_accuracy_score(y, scores, k=k + 1, labels=labels, sample_weight=w)
            for k in range(min(len(labels) - 1, 5))]


def log_loss(y, scores, labels, w):
    """scikit-learn sums floats in float: clip as it does, then let it sum doubles."""
    eps = np.finfo(scores.dtype).eps
    clipped = np.clip(scores, eps, 1 - eps).astype(float)
    assert np.isclose(metrics.log_loss(y, scores, labels=labels, sample_weight=w),
                      metrics.log_loss(y, clipped, labels=labels, sample_weight=w), rtol=1e-5)
    return metrics.log_loss(y, clipped, labels=labels, sample_weight=w)


def curves(y, scores, labels, w):
    """The ROC curves, without the points inside a straight run along an axis."""
    out = np.zeros((len(labels), 1), dtype=[(n, object) for n in ("FPR", "TPR", "Threshold")])
    for k, label in enumerate(labels):
        table = np.zeros((0, 3))
        counted = np.ones(len(y), bool) if w is None else w > 0
        if len(set(y[counted] == label)) == 2:
            table = np.column_stack(metrics.roc_curve(
                y == label, scores[:, k].astype(float), sample_weight=w, drop_intermediate=False))
            still = np.diff(table[:, :2], axis=0) == 0
            straight = (still[:-1] & still[1:]).any(axis=1)
            table = table[np.r_[True, ~straight, True]]
        out[k, 0] = tuple(table[:, [j]] for j in range(3))
    return out


def reliability(y, yhat, scores, labels, w):
    """Brier score (scikit-learn halves it for two classes), and ten bins of the score of the
    predicted class. calibration_curve knows no weights: whole ones are repetitions."""
    scores = scores.astype(float)
    one_hot = (y[:, None] == labels).astype(float)
    brier = metrics.brier_score_loss(y, scores, labels=labels, sample_weight=w)
    assert np.isclose(brier, np.average(((scores - one_hot) ** 2).sum(axis=1), weights=w)
                      / (2 if len(labels) == 2 else 1))
    score = scores[np.arange(len(y)), np.searchsorted(labels, yhat)]
    right = (y == yhat).astype(float)
    w = np.ones(len(y)) if w is None else w
    bins = np.searchsorted(np.linspace(0, 1, 11)[1:-1], score)
    mass = np.bincount(bins, w, 10)
    with np.errstate(invalid="ignore"):
        means = [np.bincount(bins, w * v, 10) / mass for v in (right, score)]
    if np.all(w == np.round(w)):
        again = np.repeat(np.arange(len(y)), w.astype(int))
        theirs = calibration.calibration_curve(right[again], score[again], n_bins=10)
        assert all(np.allclose(a, b[mass > 0]) for a, b in zip(theirs, means))
    curve = dict(Score=means[1], Accuracy=means[0], Share=mass / mass.sum())
    ece = np.nansum(curve["Share"] * np.abs(means[0] - means[1]))
    return dict(Brier=brier, ECE=ece, Reliability={k: v[None, :] for k, v in curve.items()})


def baseline(y, w):
    guess = DummyClassifier(strategy="most_frequent").fit(y[:, None], y, sample_weight=w)
    return guess.score(y[:, None], y, sample_weight=w)


def classification_case(name, y, scores, w=None, yhat=None):
    labels = np.arange(1, scores.shape[1] + 1)
    yhat = labels[scores.argmax(axis=1)] if yhat is None else yhat
    expected = dict(
        Accuracy=metrics.accuracy_score(y, yhat, sample_weight=w),
        BalancedAccuracy=metrics.balanced_accuracy_score(y, yhat, sample_weight=w),
        BaselineAccuracy=baseline(y, w),
        Confusion=metrics.confusion_matrix(y, yhat, labels=labels, sample_weight=w),
        LogLoss=log_loss(y, scores, labels, w),
        TopK=top_k(y, scores, labels, w),
        **class_reports(y, yhat, labels, w),
        **areas(y, scores, labels, w),
        **reliability(y, yhat, scores, labels, w),
        ROC=curves(y, scores, labels, w),
    )
    per_class = ("Precision", "Recall", "F1", "Support", "AUC")
    return case("classification", name, y[:, None], yhat[:, None], scores, w, expected, per_class)


def r2_scores(y, yhat, w, force_finite=False):
    """R2 does not change when y and yhat are moved by the same amount. Constant
    responses are moved to 0, where their mean has no rounding error: else a
    weighted mean may be off by one unit, and the result -1e34 instead of -Inf."""
    shift = np.where(np.ptp(y, axis=0) == 0, y[0], 0)
    r2 = metrics.r2_score(y - shift, yhat - shift, sample_weight=w,
                          multioutput="raw_values", force_finite=force_finite)
    return np.broadcast_to(r2, y.shape[1])


def regression_case(name, y, yhat, w=None):
    options = dict(sample_weight=w, multioutput="raw_values")
    raw = dict(
        MSE=metrics.mean_squared_error(y, yhat, **options),
        RMSE=metrics.root_mean_squared_error(y, yhat, **options),
        MAE=metrics.mean_absolute_error(y, yhat, **options),
        R2=r2_scores(y, yhat, w),
    )
    means = {"Mean" + key: np.mean(value) for key, value in raw.items()}
    means["MeanR2"] = np.mean(r2_scores(y, yhat, w, force_finite=True))
    return case("regression", name, y, yhat, np.zeros((0, 0)), w, {**raw, **means}, ())


def case(task, name, y, yhat, scores, w, expected, columns):
    shaped = {}
    for key, value in expected.items():
        if key in ("ROC", "Reliability"):
            shaped[key] = value
            continue
        value = np.atleast_2d(np.asarray(value, dtype=float))
        shaped[key] = value.T if key in columns else value
    w = np.zeros((0, 0)) if w is None else w[:, None]
    return dict(Task=task, Name=name, ytrue=y.astype(float), ypred=yhat.astype(float),
                scores=scores, weights=w, expected=shaped)


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def good_scores(rng, y, num_classes, strength=1.5):
    z = rng.standard_normal((len(y), num_classes))
    z[np.arange(len(y)), y - 1] += strength
    return softmax(z)


def tied_scores(rng, n, num_classes, parts=8):
    """Eighths that sum to exactly one: many ties."""
    return rng.multinomial(parts, np.full(num_classes, 1 / num_classes), n) / parts


def classification_cases(rng):
    cases = []
    add = lambda *args, **more: cases.append(classification_case(*args, **more))
    for k in (2, 3, 4, 6, 10):
        n = 30 + 5 * k
        y = rng.integers(1, k + 1, n)
        s = good_scores(rng, y, k)
        w = rng.uniform(0, 3, n)
        add(f"{k} classes", y, s)
        add(f"{k} classes, weights", y, s, w=w)
        add(f"{k} classes, integer weights, some 0", y, s, w=rng.integers(0, 3, n).astype(float))
        add(f"{k} classes, single", y, s.astype(np.float32))
        add(f"{k} classes, single, weights", y, s.astype(np.float32), w=w)
        tied = tied_scores(rng, n, k)
        add(f"{k} classes, ties", y, tied)
        add(f"{k} classes, ties, weights", y, tied, w=w)
        add(f"{k} classes, scores 0 and 1", y, tied_scores(rng, n, k, parts=1))
        absent = rng.integers(1, k, n)
        add(f"{k} classes, the last absent", absent, s)
        add(f"{k} classes, the first never predicted", y, s, yhat=rng.integers(2, k + 1, n))
        add(f"{k} classes, only one true", np.full(n, k), s)
        add(f"{k} classes, only one predicted", y, s, yhat=np.full(n, k))
        add(f"{k} classes, two there", y.clip(max=2), s, yhat=s[:, :2].argmax(axis=1) + 1)
        add(f"{k} classes, the last only with weight 0", y, s, w=(y < k) * w)
    y = np.array([1, 1, 1])
    add("true and predicted are disjoint", y, good_scores(rng, y, 4), yhat=np.array([2, 2, 3]))
    y = np.array([1, 2, 2, 3, 3])
    add("a class without weight", y, good_scores(rng, y, 3), w=np.array([0, 1, 2, 1, 0.5]))
    add("one sample", np.array([2]), np.array([[0.25, 0.5, 0.25]]))
    return cases


def random_cases(rng, count):
    """Classes, samples, weights, ties and strength of the scores by chance."""
    cases = []
    for number in range(count):
        k, n = rng.integers(2, 8), rng.integers(5, 60)
        if rng.random() < 0.25:
            r = rng.integers(1, 4)
            y = rng.uniform(-5, 5) + rng.uniform(0.1, 9) * rng.standard_normal((n, r))
            yhat = y * rng.uniform(0, 1.2) + rng.standard_normal((n, r))
            w = rng.uniform(0, 2, n) if rng.random() < 0.5 else None
            cases.append(regression_case(f"random {number}", y, yhat, w))
            continue
        y = rng.integers(1, k + 1, n)
        s = good_scores(rng, y, k, rng.uniform(0, 4))
        if rng.random() < 0.3:
            s = tied_scores(rng, n, k, parts=2 ** rng.integers(1, 6))
        w = [None, rng.uniform(0, 3, n), rng.integers(1, 4, n).astype(float)][rng.integers(0, 3)]
        cases.append(classification_case(f"random {number}", y, s, w))
    return cases


def regression_cases(rng):
    cases = []
    for r in (1, 3):
        y = 100 + 10 * rng.standard_normal((25, r))
        yhat = y + rng.standard_normal((25, r))
        w = rng.uniform(0, 2, 25)
        constant = y.copy()
        constant[:, 0] = 4
        right = yhat.copy()
        right[:, 0] = 4
        cases += [
            regression_case(f"{r} responses", y, yhat),
            regression_case(f"{r} responses, weights", y, yhat, w),
            regression_case(f"{r} responses, a constant one", constant, yhat),
            regression_case(f"{r} responses, a constant one predicted", constant, right),
            regression_case(f"{r} responses, a constant one, weights", constant, yhat, w),
            regression_case(f"{r} responses, one sample", y[:1], yhat[:1]),
            regression_case(f"{r} responses, worse than the mean", y, -yhat),
        ]
    return cases


def main():
    default = Path(__file__).resolve().parent.parent / "octave" / "metrics_fixture.mat"
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    warnings.simplefilter("ignore")  # scikit-learn's, of undefined metrics
    rng = np.random.default_rng(SEED)
    cases = classification_cases(rng) + regression_cases(rng) + random_cases(rng, 200)
    cell = np.empty((1, len(cases)), dtype=object)
    cell[0, :] = cases
    scipy.io.savemat(target, {"cases": cell}, do_compression=True, long_field_names=True)
    # The header holds the time of writing; a fixed one gives the same bytes each time.
    raw = bytearray(target.read_bytes())
    raw[:HEADER] = b"MATLAB 5.0 MAT-file, written by make_metrics_fixture.py".ljust(HEADER)
    target.write_bytes(raw)
    print(f"{target}: {len(cases)} cases, {len(raw)} bytes")


if __name__ == "__main__":
    main()
