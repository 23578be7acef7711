"""Quantiles of the Beta distribution for whole arrays, without the weight of scipy."""

import math

import numpy as np

from pro_am.trust.rules.arrays import Floats

_BLOCK = 8192  # so many at a time stay in the processor's cache
_TOLERANCE = 1e-7  # of the last step, which leaves an error of its cube
_STEPS = 50
_TERMS = 2000


def beta_quantile(p: float, a: Floats, b: Floats) -> Floats:
    """The x with I_x(a, b) = p, to 1e-8, for 0 < p < 1 and a, b from 0.1 to 1e5.

    Fast in the tails; near the median of large a and b the fraction needs many terms.
    """
    if p > 0.5:
        return 1 - beta_quantile(1 - p, b, a)
    x = np.empty(len(a))
    for start in range(0, len(a), _BLOCK):
        block = slice(start, start + _BLOCK)
        x[block] = _solve(p, a[block], b[block])
    return x


def _solve(p: float, a: Floats, b: Floats) -> Floats:
    """Halley's steps for ln I = ln p in y = ln(x / (1 - x)).

    There ln I is increasing and concave (the density in y is log-concave), so that the steps
    cannot stray, and nearly straight in the lower tail, so that few are needed.
    """
    log_beta = _log_gamma(a) + _log_gamma(b) - _log_gamma(a + b)
    y = _first_guess(p, a, b, log_beta)
    for _ in range(_STEPS):
        log_x, log_rest = -np.logaddexp(0, -y), -np.logaddexp(0, y)
        x = np.exp(log_x)
        log_front = a * log_x + b * log_rest - log_beta
        series = _continued_fraction(x, a, b) / a
        miss = log_front + np.log(series) - math.log(p)
        slope = 1 / series
        bend = a - (a + b) * x - slope
        step = miss / slope
        y = y - step / (1 - np.clip(step * bend / 2, -0.5, 0.5))
        if np.max(np.abs(step)) < _TOLERANCE:
            return 1 / (1 + np.exp(-y))
    raise ArithmeticError("The quantile of a Beta distribution was not found.")


def _first_guess(p: float, a: Floats, b: Floats, log_beta: Floats) -> Floats:
    """ln(x / (1 - x)), roughly. Abramowitz & Stegun 26.5.22; for a < 1 the foot of the tail."""
    t = math.sqrt(-2 * math.log(p))
    normal = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t))  # 26.2.22
    inverse_a, inverse_b = 1 / np.maximum(2 * a - 1, 1), 1 / np.maximum(2 * b - 1, 1)
    scale = 2 / (inverse_a + inverse_b)
    level = (normal**2 - 3) / 6
    w = normal * np.sqrt(scale + level) / scale - (inverse_b - inverse_a) * (
        level + 5 / 6 - 2 / (3 * scale)
    )
    foot = (math.log(p) + np.log(a) + log_beta) / a
    return np.where(a < 1, foot, np.log(a / b) - 2 * w)


def _continued_fraction(x: Floats, a: Floats, b: Floats) -> Floats:
    """a B(a, b) I_x(a, b) / (x^a (1 - x)^b), by Lentz's method (DLMF 8.17.22, 3.10)."""
    tiny = 1e-300
    c = np.ones_like(x)
    d = 1 / (1 - (a + b) * x / (a + 1))
    value = d.copy()
    for m in range(1, _TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / (1 + term * d + tiny)
            c = 1 + term / (c + tiny)
            value *= c * d
        if np.max(np.abs(c * d - 1)) < 1e-13:
            break
    return value


def _log_gamma(z: Floats) -> Floats:
    """ln Gamma(z) for z > 0 to 1e-10: Stirling's series (DLMF 5.11.1) at z + 7."""
    product = z * (z + 1) * (z + 2) * (z + 3) * (z + 4) * (z + 5) * (z + 6)
    z = z + 7
    series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * z**2)) / z**2) / z**2) / z
    return (z - 0.5) * np.log(z) - z + math.log(2 * math.pi) / 2 + series - np.log(product)
