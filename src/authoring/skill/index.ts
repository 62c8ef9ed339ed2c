// Public interface of `skill`: the skill for assistants that write content with Stele.

export { writeAuthorSkill } from './author-skill.ts';
