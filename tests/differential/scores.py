# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The metrics of nnreg_metrics by scikit-learn."""
import warnings

import numpy as np
from sklearn import metrics


def all_metrics(task, truth, p, w, unit, guess=None):
    """TRUTH one-hot or responses, P the scores or predictions: a dict of nnreg's fields."""
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        if task == 'regression':
            return of_regression(truth, p, w)
        return of_classes(truth, p, w, unit, guess)


def of_regression(Y, F, w):
    each = {'sample_weight': w, 'multioutput': 'raw_values'}
    m = {'MSE': metrics.mean_squared_error(Y, F, **each),
         'MAE': metrics.mean_absolute_error(Y, F, **each)}
    m['RMSE'] = np.sqrt(m['MSE'])
    if len(Y) > 1:
        m['R2'] = metrics.r2_score(Y, F, force_finite=False, **each)
        constant = (Y == Y[0]).all(axis=0)
        wrong = (Y != F).any(axis=0)
        m['R2'] = np.where(constant, np.where(wrong, -np.inf, np.nan), m['R2'])
        m['MeanR2'] = np.where(constant, ~wrong, m['R2']).mean()
    for name in ('MSE', 'RMSE', 'MAE'):
        m['Mean' + name] = m[name].mean()
    return m


def of_classes(by_class, p, w, unit, guess):
    truth, classes = by_class.argmax(axis=1), np.arange(by_class.shape[1])
    if guess is None:
        guess = p.argmax(axis=1)
    by = {'labels': classes, 'sample_weight': w}
    m = {'Accuracy': metrics.accuracy_score(truth, guess, sample_weight=w),
         'Confusion': metrics.confusion_matrix(truth, guess, **by)}
    nan = m['Confusion'].sum(axis=0), m['Confusion'].sum(axis=1)
    values = metrics.precision_recall_fscore_support(truth, guess, zero_division=0, **by)
    m['Precision'] = np.where(nan[0] > 0, values[0], np.nan)
    m['Recall'] = np.where(nan[1] > 0, values[1], np.nan)
    m['F1'] = np.where(nan[0] + nan[1] > 0, values[2], np.nan)
    m['Support'] = values[3]
    for mean in ('macro', 'weighted'):
        found = metrics.precision_recall_fscore_support(truth, guess, average=mean,
                                                        zero_division=0, sample_weight=w)
        for name, value in zip(('Precision', 'Recall', 'F1'), found):
            m[mean.capitalize() + name] = value
    if p is not None:
        m.update(of_scores(truth, p, w, unit, guess))
    return m


def of_scores(truth, p, w, unit, guess):
    K, rows = p.shape[1], np.arange(len(p))
    classes = np.arange(K)
    right = np.clip(p[rows, truth], unit, 1 - unit)
    m = {'LogLoss': -(w * np.log(right)).sum() / w.sum()}
    m['AUC'] = np.array([metrics.roc_auc_score(truth == k, p[:, k], sample_weight=w)
                         if 0 < (truth == k).sum() < len(truth) else np.nan for k in classes])
    there = ~np.isnan(m['AUC'])
    if there.any():
        support = np.array([w[truth == k].sum() for k in classes])
        m['MacroAUC'] = m['AUC'][there].mean()
        m['WeightedAUC'] = np.average(m['AUC'][there], weights=support[there])
    if K > 2:
        m['TopK'] = [metrics.top_k_accuracy_score(truth, p, k=k, labels=classes, sample_weight=w)
                     if k < K else 1 for k in range(1, min(K, 5) + 1)]
    errors = ((p - np.eye(K)[truth]) ** 2).sum(axis=1)
    m['Brier'] = (w * errors).sum() / w.sum() / (2 if K == 2 else 1)
    own = p[rows, guess]
    bins = np.clip(np.ceil(own * 10 - 1e-9).astype(int) - 1, 0, 9)
    share = np.bincount(bins, w, 10) / w.sum()
    hit = np.bincount(bins, w * (truth == guess), 10) / w.sum()
    m['ECE'] = abs(hit - np.bincount(bins, w * own, 10) / w.sum()).sum()
    assert abs(share.sum() - 1) < 1e-12
    return m
