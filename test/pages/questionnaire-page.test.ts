import { describe, expect, it } from 'vitest';
import type { Given } from '../../domain/questionnaire/given.ts';
import { screenOf } from '../../domain/questionnaire/screen.ts';
import { questionnairePage } from '../../pages/questionnaire-page.ts';
import { heatWaveQuestionnaire as heat } from '../../programmes/reflex/questionnaire.ts';
import { begun } from '../domain/questionnaire/replay.ts';

const shown = (given: Given, changes: { readonly isMissing?: boolean; readonly back?: string } = {}) =>
  questionnairePage({
    title: heat.title,
    screen: screenOf(heat, given, 'self', changes.back),
    form: { action: '/q/jeton', method: 'post' },
    hidden: { revision: '3' },
    backTo: (question) => `/q/jeton?question=${question}`,
    ...(changes.isMissing !== undefined && { isMissing: changes.isMissing }),
  });
const first = Object.fromEntries(heat.questions.map(({ id, answers }) => [id, answers[0]?.code ?? '']));
const pages = [
  shown({ answers: {} }),
  shown({ respondent: 'person', answers: {} }),
  shown(begun),
  shown({ ...begun, answers: { Q1: 'bien' } }, { isMissing: true }),
  shown({ ...begun, answers: { Q1: 'bien', Q2: 'plusieurs' } }),
  shown({ respondent: 'wrong-number', answers: {} }),
  shown({ ...begun, answers: first }),
];

describe('COMMON-31, COMMON-39: the questionnaire on the web', () => {
  it.each(pages.map((page, index) => [index, page] as const))(
    'page %i has one h1, no script, and says whom to call in an emergency',
    (_index, page) => {
      expect(page).toContain('<html lang="fr">');
      expect(page.match(/<h1/g)).toHaveLength(1);
      expect(page).not.toMatch(/<script|\son\w+=|javascript:/i);
      expect(page).toContain('le 114.');
      expect(page).not.toMatch(/[^\u202f]\?[ <]/);
    },
  );

  it('groups the answers of a question under its words, each with its own label', () => {
    const page = shown({ ...begun, answers: { Q1: 'bien' } });
    expect(page).toContain('<h1>Question 2 sur 16</h1>');
    expect(page).toMatch(/<fieldset>\s*<legend>Avez-vous un de ces signes/);
    expect(page.match(/<label class="choice"><input type="radio" name="Q2" value="[a-z]+" required>/g)).toHaveLength(3);
    expect(page).toContain('<input type="hidden" name="revision" value="3">');
    expect(page).toContain('<a class="back" href="/q/jeton?question=Q1">Question précédente</a>');
  });

  it('goes back to an answer, and shows it chosen', () => {
    const page = shown({ ...begun, answers: { Q1: 'moyen', Q2: 'non' } }, { back: 'Q1' });
    expect(page).toContain('value="moyen" required checked>');
    expect(page).not.toContain('Question précédente');
  });

  it('says what is missing, in the title too, and ties it to the answers', () => {
    const page = shown(begun, { isMissing: true });
    expect(page).toMatch(/<title>Réponse manquante\u202f: Question 1 sur 16/);
    expect(page).toContain('<fieldset aria-describedby="manque">');
    expect(page).toContain('<p id="manque" class="provisional" role="alert">');
  });

  it('REFLEX-12: has the advice ticked as read before the first question', () => {
    const page = shown({ respondent: 'person', answers: {} });
    expect(page).toContain('<li>Buvez souvent, sans attendre la soif.</li>');
    expect(page).toMatch(/<input type="checkbox" name="adviceSaid" value="true" required>/);
  });

  it('REFLEX-20: offers to call the emergency services, and says nothing of scores at the end', () => {
    expect(shown({ ...begun, answers: { ...first, Q3: 'oui' } })).toContain('<a class="button" href="tel:15">');
    const end = shown({ ...begun, answers: { ...first, Q1: 'mal', Q4: 'aucun' } });
    expect(end).toContain('Merci. Nous vous rappellerons dans les 24 heures.');
    expect(end).not.toMatch(/jaune|score|points/i);
  });
});
