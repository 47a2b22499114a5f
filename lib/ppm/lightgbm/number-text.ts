/** Numbers as C's printf writes them, so that our model files are those of LightGBM, byte for byte. */

/** `%.{digits}g`: so many significant digits, trailing zeros dropped, exponents where they are shorter. */
export function formatGeneral(x: number, digits: number): string {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x > 0 ? "inf" : "-inf";
  if (x === 0) return Object.is(x, -0) ? "-0" : "0";
  const [mantissa = "", power = ""] = roundHalfEven(x, digits).split("e");
  const exponent = Number(power);
  const sign = mantissa.startsWith("-") ? "-" : "";
  const all = mantissa.replace(/[-.]/g, "").replace(/0+$/, "");
  if (exponent < -4 || exponent >= digits) {
    const fraction = all.length > 1 ? `.${all.slice(1)}` : "";
    return `${sign}${all[0]}${fraction}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${all}`;
  const whole = all.padEnd(exponent + 1, "0");
  const fraction = whole.slice(exponent + 1);
  return `${sign}${whole.slice(0, exponent + 1)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** `toExponential` rounds ties up; C rounds them to an even last digit. */
function roundHalfEven(x: number, digits: number): string {
  const rounded = x.toExponential(digits - 1);
  const [exact = ""] = x.toExponential(Math.min(100, digits + 60)).split("e");
  const [places = ""] = exact.replace("-", "").replace(".", "").match(/.*/) ?? [];
  const isTie = /^50*$/.test(places.slice(digits));
  if (!isTie || Number(places[digits - 1]) % 2 === 1) return rounded;
  const [, power = ""] = x.toExponential(digits + 60).split("e");
  const kept = places.slice(0, digits);
  return `${x < 0 ? "-" : ""}${kept[0]}.${kept.slice(1)}e${power}`;
}

/** Enough digits to read the same double again. */
export const formatDouble = (x: number): string => formatGeneral(x, 17);
/** Six digits, for what is only looked at. */
export const formatShort = (x: number): string => formatGeneral(x, 6);
