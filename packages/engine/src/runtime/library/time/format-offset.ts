const SECONDS_PER_HOUR = 3_600;

/**
 * The offset letters of `DateTimeFormatter`: `X` and `x` (with and without `Z` for zero), `Z`, `O`.
 * @param offsetMs - milliseconds east of UTC
 */
export function formatOffset(offsetMs: number, letter: string, count: number): string {
  const total = Math.abs(Math.trunc(offsetMs / 1000));
  const sign = offsetMs < 0 ? '-' : '+';
  const hours = Math.floor(total / SECONDS_PER_HOUR);
  const minutes = Math.floor((total % SECONDS_PER_HOUR) / 60);
  const seconds = total % 60;
  const two = (value: number): string => String(value).padStart(2, '0');
  switch (letter) {
    case 'X':
      if (total === 0) return 'Z';
      return formatOffset(offsetMs, 'x', count);
    case 'x': {
      if (count === 1) return `${sign}${two(hours)}${minutes === 0 ? '' : two(minutes)}`;
      const separator = count === 3 || count === 5 ? ':' : '';
      const tail = count >= 4 && seconds !== 0 ? `${separator}${two(seconds)}` : '';
      return `${sign}${two(hours)}${separator}${two(minutes)}${tail}`;
    }
    case 'Z':
      if (count === 5) return formatOffset(offsetMs, 'X', 5);
      return count === 4 ? formatOffset(offsetMs, 'O', 4) : `${sign}${two(hours)}${two(minutes)}`;
    default: {
      if (total === 0) return 'GMT';
      if (count === 4) return `GMT${sign}${two(hours)}:${two(minutes)}`;
      return `GMT${sign}${hours}${minutes === 0 ? '' : `:${two(minutes)}`}`;
    }
  }
}
