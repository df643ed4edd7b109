import { createChatTranslator, createEmbeddedTranslator, type Translator } from '@lib/language';
import { fail, ok, type Result } from '@lib/rules';

/** The translator of that name. The one that calls out needs its settings, and is loaded only where it is asked for. */
export async function openTranslator(name: Translator['name']): Promise<Result<Translator, string>> {
  if (name === 'embedded') return ok(createEmbeddedTranslator());
  const { readEnv } = await import('../src/config/env.js');
  const env = readEnv(process.env);
  if (!env.ok) return fail(env.error.join(' '));
  if (!env.value.azure) {
    return fail(
      'Azure OpenAI is not configured: set AZURE_OPENAI_ENDPOINT, AZURE_OPENAI_API_KEY and AZURE_OPENAI_DEPLOYMENT.',
    );
  }
  const { AzureOpenAiModel } = await import('../src/translation/azure-openai.js');
  return ok(createChatTranslator(new AzureOpenAiModel(env.value.azure)));
}
