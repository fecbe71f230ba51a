"""What a report needs, gathered: several questions in one go."""
