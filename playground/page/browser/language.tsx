/** The page's own language, Japanese or English; the bot's is each person's own. */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Language } from '../protocol.js';

const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'ja',
  choose: () => {},
});

const kept = 'spp-playground-language';

function firstLanguage(): Language {
  const stored = localStorage.getItem(kept);
  if (stored === 'ja' || stored === 'en') return stored;
  return navigator.language.startsWith('ja') ? 'ja' : 'en';
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(kept, language);
  }, [language]);
  return <LanguageContext value={{ language, choose: setLanguage }}>{children}</LanguageContext>;
}

export function useLanguage() {
  return useContext(LanguageContext);
}

/** The words of the page's language out of both: `const words = useWords(slackWords)`. */
export function useWords<Words>(both: Readonly<Record<Language, Words>>): Words {
  return both[useLanguage().language];
}
