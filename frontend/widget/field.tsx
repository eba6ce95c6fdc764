interface Props {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'tel';
  hint?: string;
  autoComplete: string;
  isOptional?: boolean;
  /** What is in it at first. */
  written?: string | undefined;
  /** Error message: what is wrong with the value, and how to fix it. */
  wrong: string | undefined;
}

/** A labeled text input with a hint and an error message. */
export function Field({ name, label, type = 'text', hint, autoComplete, isOptional = false, written, wrong }: Props) {
  const input = {
    id: name,
    name,
    autoComplete,
    // Names begin with capitals, addresses do not, and neither is in a dictionary.
    autoCapitalize: type === 'email' ? ('none' as const) : ('words' as const),
    spellcheck: false,
    defaultValue: written,
    required: !isOptional,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': `${name}-wrong ${name}-hint`,
  };
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {type === 'email' && <input type="email" {...input} />}
      {type === 'tel' && <input type="tel" {...input} />}
      {type === 'text' && <input type="text" {...input} />}
      <span class="wrong" id={`${name}-wrong`}>
        <span key={wrong}>{wrong}</span>
      </span>
      <span class="hint" id={`${name}-hint`}>
        {hint}
      </span>
    </div>
  );
}
