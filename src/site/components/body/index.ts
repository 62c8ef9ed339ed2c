// All components that a body's tree may name, for the compiled body.

import Badge from './Badge.astro';
import Callout from './Callout.astro';
import CodeBlock from './CodeBlock.astro';
import CodeGap from './CodeGap.astro';
import ContentImage from './ContentImage.astro';
import EventDescription from './EventDescription.astro';
import EventDetails from './EventDetails.astro';
import EventRoot from './EventRoot.astro';
import ExampleAppsCard from './ExampleAppsCard.astro';
import ExampleAppsRoot from './ExampleAppsRoot.astro';
import Heading from '../Heading.astro';
import FileLink from './FileLink.astro';
import GlossaryMarker from './GlossaryMarker.astro';
import LanguageSelector from './LanguageSelector.astro';
import PropsTable from './PropsTable.astro';
import Tab from './Tab.astro';
import TabList from './TabList.astro';
import UnknownComponent from './UnknownComponent.astro';

export const bodyComponents = {
  Badge,
  Callout,
  CodeBlock,
  CodeGap,
  ContentImage,
  EventDescription,
  EventDetails,
  EventRoot,
  ExampleAppsCard,
  ExampleAppsRoot,
  FileLink,
  GlossaryMarker,
  Heading,
  LanguageSelector,
  PropsTable,
  Tab,
  TabList,
  UnknownComponent,
};
